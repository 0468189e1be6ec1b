package io.scimdoctor.lint;

import io.scimdoctor.lint.rule.Fix;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request URL with the places of its parts. */
final class UrlText {
    private final String text;
    private final ScimUrl url;
    private final int question;
    private final int end;
    private final int prefix;
    private final List<Parameter> parameters = new ArrayList<>();

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

    UrlText(String text) {
        this(text, 0);
    }

    /** @param prefix how many characters at the beginning were not written by anybody; places do not count them */
    UrlText(String text, int prefix) {
        this.text = text;
        this.prefix = prefix;
        url = ScimUrl.parse(text);
        int hash = text.indexOf('#');
        end = hash < 0 ? text.length() : hash;
        int mark = text.indexOf('?');
        question = mark < 0 || mark > end ? end : mark;
        int from = question + 1;
        for (String pair : text.substring(Math.min(from, end), end).split("&")) {
            int to = from + pair.length();
            if (to > from) {
                parameters.add(parameter(from, to));
            }
            from = to + 1;
        }
    }

    private Parameter parameter(int from, int to) {
        int sign = text.indexOf('=', from);
        int equals = sign < 0 || sign >= to ? to : sign;
        DecodedText name = new DecodedText(text, from, equals);
        return new Parameter(from, equals, to, name, new DecodedText(text, Math.min(equals + 1, to), to));
    }

    String text() {
        return text;
    }

    ScimUrl url() {
        return url;
    }

    ResourceKind kind() {
        return url.kind();
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** The offset of the question mark, or the end of the path without one. */
    int pathEnd() {
        return question;
    }

    /** The offset behind the query, where a fragment may begin. */
    int queryEnd() {
        return end;
    }

    @Nullable
    Parameter find(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.is(name))
                .findFirst()
                .orElse(null);
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
        return place(from < 0 || from > question ? question : from, question);
    }

    /** Encodes everything but what a query may hold as it is; commas, colons and slashes stay readable. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%2F", "/")
                .replace("%7E", "~");
    }
}
