package io.scimdoctor.lint;

import io.scimdoctor.exchange.First;
import io.scimdoctor.lint.rule.Fix;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request URL with the places of its parts.
 *
 * @param prefix how many characters at the beginning nobody has written; places do not count them
 * @param pathEnd the offset of the question mark, or the end of the path without one
 * @param queryEnd the offset behind the query, where a fragment may begin
 */
record UrlText(String text, int prefix, ScimUrl url, int pathEnd, int queryEnd, List<Parameter> parameters) {

    /**
     * One query parameter and where it stands.
     *
     * @param equals the offset of the first equals sign, or the end without one
     */
    record Parameter(int start, int equals, int end, DecodedText name, DecodedText value) {
        /** The name, decoded, without the white space that must not be there. */
        String plainName() {
            return name.text().trim();
        }

        boolean is(String other) {
            return plainName().equalsIgnoreCase(other);
        }
    }

    static UrlText of(String text, int prefix) {
        int hash = text.indexOf('#');
        int end = hash < 0 ? text.length() : hash;
        int mark = text.indexOf('?');
        int question = mark < 0 || mark > end ? end : mark;
        List<Parameter> parameters = new ArrayList<>();
        int from = question + 1;
        for (String pair : text.substring(Math.min(from, end), end).split("&")) {
            int to = from + pair.length();
            if (to > from) {
                parameters.add(parameter(text, from, to));
            }
            from = to + 1;
        }
        return new UrlText(text, prefix, ScimUrl.parse(text), question, end, parameters);
    }

    private static Parameter parameter(String text, int from, int to) {
        int sign = text.indexOf('=', from);
        int equals = sign < 0 || sign >= to ? to : sign;
        DecodedText name = new DecodedText(text, from, equals);
        return new Parameter(from, equals, to, name, new DecodedText(text, Math.min(equals + 1, to), to));
    }

    ResourceKind kind() {
        return url.kind();
    }

    @Nullable
    Parameter find(String name) {
        return First.of(parameters, parameter -> parameter.is(name));
    }

    /** A place in the raw text. */
    Place place(int from, int to) {
        return Place.of(Place.Part.URL, from - prefix, to - prefix);
    }

    Fix.Edit edit(int from, int to, String instead) {
        return new Fix.Edit(Place.Part.URL, from - prefix, to - prefix, instead);
    }

    Place whole(Parameter parameter) {
        return place(parameter.start(), parameter.end());
    }

    Place valueOf(Parameter parameter) {
        return place(Math.min(parameter.equals() + 1, parameter.end()), parameter.end());
    }

    Place path() {
        int scheme = text.indexOf("://");
        int from = scheme < 0 ? 0 : text.indexOf('/', scheme + 3);
        return place(from < 0 || from > pathEnd ? pathEnd : from, pathEnd);
    }

    /** Encodes everything but what a query may hold as it is; commas, colons and slashes stay readable. */
    static String encoded(String value) {
        return ScimUrl.encode(value)
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%2F", "/")
                .replace("%7E", "~");
    }
}
