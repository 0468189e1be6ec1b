package io.scimdoctor.http;

import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, taken from a URL as somebody typed it.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host and port
 * @param path what stands in the request line: path and query, encoded only where HTTP needs it
 */
record Target(String scheme, Authority authority, String path) {
    /** White space, quotes, controls, and all that is not ASCII. */
    private static final Pattern ENCODED = Pattern.compile("[^!#-~]++");

    /**
     * Takes a URL apart.
     *
     * @throws IllegalArgumentException when it is no absolute http or https URL
     */
    static Target parse(@Nullable String url) {
        String text = url == null ? "" : url.stripLeading();
        int schemeEnd = text.indexOf("://");
        String scheme = schemeEnd < 0 ? "" : text.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("The URL must start with https:// or http://.");
        }
        int authorityEnd = ScimUrl.authorityEnd(text, schemeEnd + 3);
        String authority = text.substring(schemeEnd + 3, authorityEnd);
        Authority parsed = Authority.parse(authority.substring(authority.lastIndexOf('@') + 1));
        // A backslash is a slash to some readers of URLs and not to others: the host would depend on who reads.
        if (parsed == null || authority.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("The URL holds no valid host name.");
        }
        return new Target(scheme, parsed, requestTarget(text.substring(authorityEnd)));
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    String host() {
        return authority.host();
    }

    int port() {
        return authority.port() >= 0 ? authority.port() : isSecure() ? 443 : 80;
    }

    /** Host and port for a person, such as {@code graph.microsoft.com:443}. */
    String address() {
        return Authority.bracketed(host()) + ":" + port();
    }

    /** The value of the Host header: no port where the scheme's own is used. */
    String hostHeader() {
        return port() == (isSecure() ? 443 : 80) ? Authority.bracketed(host()) : address();
    }

    /** Keeps everything that may stand in a request line: the mistakes of the caller are what we are looking for. */
    private static String requestTarget(String typed) {
        String sent = typed.split("#", 2)[0];
        String path = sent.startsWith("/") ? sent : "/" + sent;
        return ENCODED.matcher(path).replaceAll(found -> ScimUrl.encode(found.group()));
    }
}
