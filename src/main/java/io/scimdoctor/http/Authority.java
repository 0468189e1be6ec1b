package io.scimdoctor.http;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Host and port of a URL, checked strictly: were it read in two ways, a token could go to the wrong host.
 *
 * @param host in lower case, an IPv6 address without brackets
 * @param port the port, or -1 when none was written
 */
public record Authority(String host, int port) {
    /** A dotted address with four decimal parts. */
    static final String IPV4 = "(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])(?:[.](?!$)|$)){4}";

    public static final int MAX_PORT = 65_535;

    /** Reads {@code host[:port]}; null when it is anything else. User information must be gone already. */
    static @Nullable Authority parse(String text) {
        int hostEnd = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        if (hostEnd < 0) {
            hostEnd = text.length();
        }
        String host = host(text.substring(0, hostEnd));
        String rest = text.substring(hostEnd);
        int port = rest.isEmpty() || rest.equals(":") ? -1 : port(rest);
        return host == null || port < -1 ? null : new Authority(host, port);
    }

    /** Whether a host in lower case is this machine by its very name; an IPv6 address may stand in brackets. */
    public static boolean isLoopback(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.equals("localhost")
                || bare.equals("::1")
                || bare.equals("0:0:0:0:0:0:0:1")
                || (bare.startsWith("127.") && bare.matches(IPV4));
    }

    /** A host as it stands before a port: an IPv6 address in brackets. */
    static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    private static @Nullable String host(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            String inner = text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT);
            boolean plain = inner.indexOf(':') >= 0 && inner.matches("[0-9a-f:.]+");
            return plain ? inner : null;
        }
        try {
            String ascii = text.chars().allMatch(c -> c < 128) ? text : IDN.toASCII(text);
            return ascii.matches("[A-Za-z0-9._-]+") ? ascii.toLowerCase(Locale.ROOT) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int port(String text) {
        int port = text.matches(":[0-9]{1,5}") ? Integer.parseInt(text, 1, text.length(), 10) : 0;
        return port == 0 || port > MAX_PORT ? -2 : port;
    }
}
