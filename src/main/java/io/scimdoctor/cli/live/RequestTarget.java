package io.scimdoctor.cli.live;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Makes what somebody typed as a path fit to stand in a request line (RFC 3986, section 2). */
final class RequestTarget {
    /** What may stand in a path or query as it is; a percent sign is taken for an escape that is already there. */
    private static final String PLAIN = "-._~:/?@!$&'()*+,;=%";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RequestTarget() {}

    /**
     * The path below the base URL, with its query. A whole URL is taken when it lies below the base.
     *
     * @throws Stopped for a URL elsewhere, because the token may not go there
     */
    static String below(String baseUrl, String typed) {
        String path = typed.trim();
        if (path.contains("://") && path.indexOf("://") < 8) {
            boolean inside = path.toLowerCase(Locale.ROOT).startsWith(baseUrl.toLowerCase(Locale.ROOT));
            if (!inside) {
                throw Stopped.usage(
                        "'" + Redactor.seen(path) + "' does not lie below " + Redactor.seen(baseUrl),
                        "name the path alone, or the base with --base-url");
            }
            path = path.substring(baseUrl.length());
        }
        return encoded(path.startsWith("/") || path.startsWith("?") ? path : "/" + path);
    }

    /** Blanks, quotes, brackets, {@code #} and everything beyond ASCII are percent-encoded; the rest stays as typed. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
