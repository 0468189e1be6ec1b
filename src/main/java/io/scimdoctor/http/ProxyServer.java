package io.scimdoctor.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy.
 *
 * @param scheme how to speak to the proxy itself, {@code http} or {@code https}
 * @param host its host, an IPv6 address without brackets
 * @param port its port
 * @param source the option, variable or profile that names it
 * @param authorization the value of Proxy-Authorization, or null; a secret
 */
public record ProxyServer(
        String scheme,
        String host,
        int port,
        String source,
        @Nullable String authorization) {

    /**
     * Reads {@code [scheme://][user[:password]@]host[:port][/]}; without a scheme it is {@code http}.
     *
     * @throws IllegalArgumentException with one sentence that leaves user and password out
     */
    static ProxyServer parse(String text, String source) {
        String value = text.trim();
        int schemeEnd = value.indexOf("://");
        String scheme = schemeEnd < 0 ? "http" : value.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(
                    "The proxy in " + source + " must be an http or https URL; other kinds are not supported.");
        }
        String rest = schemeEnd < 0 ? value : value.substring(schemeEnd + 3);
        int at = rest.lastIndexOf('@');
        Authority authority = Authority.parse(rest.substring(at + 1).replaceFirst("/.*", ""));
        if (authority == null) {
            throw new IllegalArgumentException(
                    "The proxy in " + source + " is not a valid URL; write it as http://host:port.");
        }
        // Without a port the scheme's own one holds, as in a URL; 1080 is a habit of curl alone.
        int port = authority.port() >= 0 ? authority.port() : scheme.equals("https") ? 443 : 80;
        return new ProxyServer(
                scheme, authority.host(), port, source, at < 0 ? null : basic(rest.substring(0, at), source));
    }

    /** Host and port, without the credentials. */
    String address() {
        return Authority.bracketed(host) + ":" + port;
    }

    /** Leaves the credentials out. */
    @Override
    public String toString() {
        return scheme + "://" + address();
    }

    private static String basic(String userInfo, String source) {
        try {
            // The + is kept: user information is not a form.
            String decoded = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
            String pair = decoded.indexOf(':') < 0 ? decoded + ":" : decoded;
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Without its cause, which would quote the password.
            throw new IllegalArgumentException(
                    "The user or password of the proxy in " + source + " is not percent-encoded correctly.");
        }
    }
}
