package io.scimdoctor.cli.live;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes what somebody typed as a path fit to stand in a request line (RFC 3986, section 2). */
final class RequestTarget {
    /** What may not stand in a path or query as it is; a percent sign is taken for an escape that is already there. */
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]++");

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
        String absolute = path.startsWith("/") || path.startsWith("?") ? path : "/" + path;
        // Blanks, quotes, brackets, # and everything beyond ASCII; the rest stays as typed.
        return STRANGE.matcher(absolute).replaceAll(strange -> ScimUrl.encode(strange.group()));
    }
}
