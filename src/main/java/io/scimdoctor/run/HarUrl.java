package io.scimdoctor.run;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a recorded URL, which may hold blanks or a mask, one that strict readers take: the characters of RFC 3986,
 * section 2, and all else escaped.
 */
final class HarUrl {
    /**
     * For a capture that does not say where it called; the domain is reserved for this (RFC 2606, section 2). The reader of
     * captures knows it.
     */
    private static final String UNKNOWN_HOST = "https://unknown.invalid";

    private static final String PLAIN = "-._~:/?#@!$&'()*+,;=";

    private HarUrl() {}

    static String of(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return UNKNOWN_HOST + "/";
        }
        boolean absolute = url.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*://.+");
        return escaped(absolute ? url : UNKNOWN_HOST + (url.startsWith("/") ? "" : "/") + url);
    }

    /** User information, of which a mask is all that is left, would look like a mail address. */
    static String escaped(String recorded) {
        String url = recorded.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@", "$1");
        StringBuilder escaped = new StringBuilder();
        int authorityEnd = authorityEnd(url);
        boolean fragment = false;
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean address = (c == '[' || c == ']') && i < authorityEnd && isAddress(url, authorityEnd);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            if (address || (plain && !(c == '#' && fragment)) || isEscape(url, i)) {
                escaped.append(c);
                fragment |= c == '#';
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < url.length() ? i + 2 : i + 1;
                for (byte b : url.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append('%')
                            .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
                            .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
                }
                i = end - 1;
            }
        }
        return escaped.toString();
    }

    private static boolean isEscape(String url, int at) {
        return url.charAt(at) == '%'
                && at + 2 < url.length()
                && Character.digit(url.charAt(at + 1), 16) >= 0
                && Character.digit(url.charAt(at + 2), 16) >= 0;
    }

    private static int authorityEnd(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return 0;
        }
        int end = start + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Whether the host is an IPv6 address in brackets. */
    private static boolean isAddress(String url, int authorityEnd) {
        String authority = url.substring(url.indexOf("://") + 3, authorityEnd);
        return authority.matches("\\[[0-9A-Fa-f:.]+](:[0-9]*)?");
    }
}
