package io.scimdoctor.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy.
 *
 * @param target how and where to speak to the proxy itself
 * @param source the option, variable or profile that names it
 * @param authorization the value of Proxy-Authorization, or null; a secret
 */
public record ProxyServer(
        Target target, String source, @Nullable String authorization) {

    /**
     * Reads {@code [scheme://][user[:password]@]host[:port][/]}; without a scheme it is {@code http}.
     *
     * @throws IllegalArgumentException with one sentence that leaves user and password out
     */
    static ProxyServer parse(String text, String source) {
        // Without a port the scheme's own one holds, as in a URL; 1080 is a habit of curl alone.
        String url = text.contains("://") ? text.trim() : "http://" + text.trim();
        int at = url.lastIndexOf('@');
        try {
            Target target = Target.parse(url);
            return new ProxyServer(target, source, at < 0 ? null : basic(url.substring(url.indexOf("://") + 3, at)));
        } catch (IllegalArgumentException e) {
            // Without its cause, which would quote the password.
            throw new IllegalArgumentException("The proxy in " + source
                    + " is no http or https URL that can be read; write it as http://host:port, with user and password"
                    + " in percent encoding.");
        }
    }

    /** Leaves the credentials out. */
    @Override
    public String toString() {
        return target.scheme() + "://" + target.address();
    }

    private static String basic(String userInfo) {
        // The + is kept: user information is not a form.
        String decoded = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        String pair = decoded.indexOf(':') < 0 ? decoded + ":" : decoded;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
