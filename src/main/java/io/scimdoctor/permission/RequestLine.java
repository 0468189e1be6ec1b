package io.scimdoctor.permission;

import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ScimUrl;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A request as somebody writes it in one line: a method, a path, and the attributes that it reads or changes. */
public record RequestLine(String method, String url, Set<String> attributes) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD");
    /** Blanks and commas, but not those of a value filter in brackets. */
    private static final String BETWEEN = "[\\s,]+(?![^\\[]*\\])";

    /** Whether a text begins like a request line. */
    public static boolean matches(String text) {
        String[] words = text.strip().split("\\s+", 3);
        return words.length > 1 && METHODS.contains(words[0].toUpperCase(Locale.ROOT)) && words[1].contains("/");
    }

    /**
     * Such as {@code PATCH /groups/{id} members}; what follows a query belongs to it, since a filter holds blanks.
     *
     * @param text one that {@link #matches(String)}
     */
    public static RequestLine parse(String text) {
        String[] words = text.strip().split("\\s+", 3);
        String rest = words.length > 2 ? words[2] : "";
        String method = words[0].toUpperCase(Locale.ROOT);
        if (words[1].indexOf('?') >= 0) {
            return new RequestLine(method, rest.isEmpty() ? words[1] : words[1] + " " + rest, Set.of());
        }
        Set<String> attributes = new LinkedHashSet<>();
        for (String word : rest.split(BETWEEN)) {
            if (!word.isEmpty()) {
                attributes.add(path(word));
            }
        }
        return new RequestLine(method, words[1], attributes);
    }

    /** What the request needs; empty when the API knows no such request. */
    public List<Need> needs() {
        boolean projection = method.equals("GET") && !attributes.isEmpty();
        String read = projection ? url + "?attributes=" + String.join(",", attributes) : url;
        PatchPaths paths = method.equals("PATCH") ? new PatchPaths(attributes) : PatchPaths.NONE;
        return Need.of(method, ScimUrl.parse(read), paths);
    }

    /** An attribute by the name that Microsoft Graph or people give it, as the path of a PATCH in lower case. */
    private static String path(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "othermails" -> "emails[type eq \"other\"]";
            case "phones", "phonenumbers", "mobile", "mobilephone" -> "phonenumbers[type eq \"mobile\"]";
            case "businessphones" -> "phonenumbers[type eq \"work\"]";
            case "accountenabled" -> "active";
            case "customsecurityattributes" -> Attributes.SECURITY_ATTRIBUTES.toLowerCase(Locale.ROOT);
            default -> lower;
        };
    }
}
