package io.scimdoctor.scim;

import io.scimdoctor.exchange.LatePattern;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request URL taken apart without judging it: it may hold white space, be relative, or point anywhere.
 *
 * @param host in lower case without port, or null in a relative URL
 * @param path the path as written, without the query
 * @param kind what the path points at; path case does not matter
 * @param id the segment after the resource, decoded, or null
 * @param parameters the query parameters as written, in order
 */
public record ScimUrl(
        @Nullable String host,
        String path,
        ResourceKind kind,
        @Nullable String id,
        List<Parameter> parameters) {
    /** Behind a base, which may be a blank too. */
    private static final LatePattern OPEN =
            LatePattern.of("(?i)/?+(?:\\{[^/}]*+\\}(?=/))?+(?:/?+rp/scim)?+/?+[^/?{]*+\\{");

    /**
     * One query parameter as it was written.
     *
     * @param rawName everything before the first {@code =}, not decoded
     * @param rawValue everything after it, not decoded; empty without a {@code =}
     */
    public record Parameter(String rawName, String rawValue) {
        /** The name, decoded and trimmed. */
        public String name() {
            return decode(rawName).trim();
        }

        /** The value, decoded. */
        public String value() {
            return decode(rawValue);
        }

        /** Whether white space, raw or encoded, stands directly before or after the {@code =}. */
        public boolean hasWhiteSpaceAtEquals() {
            String name = decode(rawName);
            String value = decode(rawValue);
            return !name.equals(name.stripTrailing()) || !value.equals(value.stripLeading());
        }
    }

    /** Takes any text apart; never fails. */
    public static ScimUrl parse(String url) {
        String rest = url.trim();
        String host = null;
        int colon = rest.indexOf("://");
        if (colon > 0 && rest.indexOf('?') != colon) {
            int end = authorityEnd(rest, colon + 3);
            host = hostOf(rest.substring(colon + 3, end));
            rest = rest.substring(end);
        }
        int hash = rest.indexOf('#');
        String beforeFragment = hash >= 0 ? rest.substring(0, hash) : rest;
        int question = beforeFragment.indexOf('?');
        String path = question >= 0 ? beforeFragment.substring(0, question) : beforeFragment;
        List<Parameter> parameters = question >= 0 ? parameters(beforeFragment.substring(question + 1)) : List.of();
        return locate(host, path, parameters);
    }

    /** The first parameter of that name; SCIM parameter names are compared without regard to case. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether white space, raw or encoded, stands directly before or after an {@code =} of the query. */
    public boolean hasWhiteSpaceAtEquals() {
        return parameters.stream().anyMatch(Parameter::hasWhiteSpaceAtEquals);
    }

    /** Whether the path names one user, group, schema or resource type. */
    public boolean isObject() {
        return id != null;
    }

    /** The methods that the path serves. */
    public List<String> methods() {
        return !kind.isDirectory()
                ? List.of("GET")
                : isObject() ? List.of("GET", "PATCH", "DELETE") : List.of("GET", "POST");
    }

    /** Whether a blank stands where the resource should, so that nobody can tell where the path leads. */
    public boolean isOpen() {
        return (kind == ResourceKind.OUTSIDE || kind == ResourceKind.UNKNOWN)
                && OPEN.matcher(host == null ? path : "{}" + path).lookingAt();
    }

    /** Whether the text is a blank for the author to fill in, such as {@code {id}} or {@code <group-id>}. */
    public static boolean isPlaceholder(String text) {
        boolean braces = text.startsWith("{") && text.endsWith("}");
        boolean angles = text.startsWith("<") && text.endsWith(">");
        return text.length() > 2 && (braces || angles);
    }

    /** Whether the text has the form 8-4-4-4-12 of hexadecimal digits. */
    public static boolean isGuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : c >= 128 || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static ScimUrl locate(@Nullable String host, String path, List<Parameter> parameters) {
        List<String> segments = new ArrayList<>(List.of(path.split("/")));
        segments.removeAll(List.of(""));
        int base = baseEnd(segments, host);
        if (base < 0) {
            return new ScimUrl(host, path, ResourceKind.OUTSIDE, null, parameters);
        }
        ResourceKind kind = base < segments.size() ? ResourceKind.ofSegment(segments.get(base)) : ResourceKind.UNKNOWN;
        String id = base + 1 < segments.size() ? decode(segments.get(base + 1)) : null;
        return new ScimUrl(host, path, kind, id, parameters);
    }

    /** The index behind {@code rp/scim}; without it, where a resource stands if the host may have another base path. */
    private static int baseEnd(List<String> segments, @Nullable String host) {
        for (int i = 0; i + 1 < segments.size(); i++) {
            if (segments.get(i).equalsIgnoreCase("rp") && segments.get(i + 1).equalsIgnoreCase("scim")) {
                return i + 2;
            }
        }
        if (host == null) {
            // A script keeps the base in a variable: {base}/users.
            int first = segments.size() > 1 && isPlaceholder(segments.get(0)) ? 1 : 0;
            return first < segments.size() && isResource(segments.get(first)) ? first : -1;
        }
        return Cloud.isServiceHost(host) ? -1 : lastResource(segments);
    }

    /** Other SCIM services choose their own base path (RFC 7644, section 1.3): the path ends in a resource and its id. */
    private static int lastResource(List<String> segments) {
        for (int i = Math.max(0, segments.size() - 2); i < segments.size(); i++) {
            if (isResource(segments.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isResource(String segment) {
        return ResourceKind.ofSegment(segment) != ResourceKind.UNKNOWN;
    }

    private static List<Parameter> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(pair[0], pair.length > 1 ? pair[1] : ""))
                .toList();
    }

    /** Where the host and port of a URL end, which begin there. */
    public static int authorityEnd(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String hostOf(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
        return (port > 0 ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
    }

    /** Percent-encoding of everything but letters, digits and a few signs; a blank becomes {@code %20}. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Percent-decoding; a {@code +} is a space in a query, and broken escapes stay as they are. */
    public static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }
}
