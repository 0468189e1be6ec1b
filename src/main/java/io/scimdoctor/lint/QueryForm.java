package io.scimdoctor.lint;

import io.scimdoctor.lint.UrlText.Parameter;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Fix;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a query string is written: white space, escapes, and signs that would cut it.
 *
 * @param removed is told the characters that are taken out, so that they are not encoded
 */
record QueryForm(UrlText url, Findings findings, BitSet removed) {
    /** Says what is wrong, and notes the parameters that were cut or mangled, so that no other rule judges them. */
    Set<Parameter> check() {
        Set<Parameter> broken = new HashSet<>();
        Parameter before = null;
        for (Parameter parameter : url.parameters()) {
            whiteSpace(parameter);
            escapes(parameter);
            if (before != null && ampersand(parameter)) {
                broken.add(before);
                broken.add(parameter);
            }
            plus(parameter);
            before = parameter.is("filter") && hasOpenQuote(parameter.value().text()) ? parameter : null;
        }
        fragment(before != null);
        if (before != null && url.queryEnd() < url.text().length()) {
            broken.add(before);
        }
        raw();
        return broken;
    }

    private void whiteSpace(Parameter parameter) {
        String name = parameter.name().text();
        String value = parameter.value().text();
        int nameEnd = name.stripTrailing().length();
        int valueStart = value.length() - value.stripLeading().length();
        if (nameEnd < name.length() || valueStart > 0) {
            int start = parameter.name().raw(nameEnd);
            int end = Math.max(start, parameter.value().raw(valueStart));
            Place place = url.place(start, end);
            removed.set(start, end);
            Remedy closed = Remedy.replace(place, "=", parameter.plainName() + "=…");
            findings.about("query-whitespace", place, parameter.plainName(), closed);
        }
    }

    private void escapes(Parameter parameter) {
        int at = Math.max(parameter.name().brokenEscape(), parameter.value().brokenEscape());
        if (at >= 0) {
            Place place = url.place(at, at + 1);
            findings.add("query-escape", place, Remedy.replace(place, "%25"));
        }
    }

    /** A value with {@code &} ends there, and the rest looks like another parameter. */
    private boolean ampersand(Parameter parameter) {
        boolean rest = parameter.equals() == parameter.end()
                || hasOpenQuote(parameter.value().text());
        if (rest) {
            Place place = url.place(parameter.start() - 1, parameter.start());
            findings.add("query-ampersand", place, Remedy.replace(place, "%26"));
        }
        return rest;
    }

    /** In a cursor a plus is meant, outside quotes a space; inside quotes only the author knows. */
    private void plus(Parameter parameter) {
        boolean cursor = parameter.is("cursor");
        List<Fix> edits = new ArrayList<>();
        Place inValue = null;
        String value = parameter.value().text();
        boolean leading = true;
        for (int i = 0; i < value.length(); i++) {
            int at = parameter.value().raw(i);
            boolean sign = url.text().charAt(at) == '+';
            leading &= sign;
            if (sign && !leading && (cursor || value.charAt(i) == ' ')) {
                edits.add(url.edit(at, at + 1, cursor ? "%2B" : "%20"));
            } else if (sign && !leading && inValue == null) {
                inValue = url.place(at, at + 1);
            }
        }
        report(cursor, edits, inValue);
    }

    private void report(boolean cursor, List<Fix> edits, @Nullable Place inValue) {
        if (!edits.isEmpty() && edits.get(0) instanceof Fix.Edit first) {
            findings.add(
                    cursor ? "cursor-unencoded" : "query-plus",
                    Place.of(first.part(), first.start(), first.end()),
                    cursor ? "a bare + in a cursor arrives as a space" : "+ is no safe way to write a space",
                    new Remedy(first.text(), edits));
        }
        if (inValue != null) {
            Remedy encoded = Remedy.write("%2B for a plus sign, %20 for a space");
            findings.add("query-plus", inValue, "a bare + inside a value arrives as a space", encoded);
        }
    }

    private void fragment(boolean cut) {
        int hash = url.queryEnd();
        if (hash < url.text().length()) {
            Place place = url.place(hash, hash + 1);
            String message = cut
                    ? "a bare # inside a value ends the URL; the rest is not sent"
                    : "a bare # ends the URL; the rest is not sent";
            List<Fix> edits = new ArrayList<>();
            for (int at = hash; at >= 0; at = url.text().indexOf('#', at + 1)) {
                edits.add(url.edit(at, at + 1, "%23"));
            }
            findings.add("query-fragment", place, message, new Remedy("%23", edits));
        }
    }

    /**
     * Raw blanks and quotes: most clients encode them, some send them as they are. One edit a character, so that other
     * fixes of the same value still find their place.
     */
    private void raw() {
        Place first = null;
        List<Fix> edits = new ArrayList<>();
        for (int i = url.pathEnd(); i < url.queryEnd(); i = url.text().offsetByCodePoints(i, 1)) {
            char c = url.text().charAt(i);
            if (c == ' ' || c == '"' || c > 126) {
                int end = url.text().offsetByCodePoints(i, 1);
                first = first == null ? url.place(i, i + 1) : first;
                if (!removed.get(i)) {
                    edits.add(url.edit(i, end, UrlText.encoded(url.text().substring(i, end))));
                }
            }
        }
        if (first != null) {
            findings.add("query-unencoded", first, new Remedy("%20 for a space; for a quote %22", edits));
        }
    }

    private static boolean hasOpenQuote(String text) {
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && open) {
                i++;
            } else {
                open ^= text.charAt(i) == '"';
            }
        }
        return open;
    }
}
