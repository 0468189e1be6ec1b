package io.scimdoctor.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The simulator as the proxy of its clients, for TLS alone: some login libraries ask the global login host whether an
 * authority is to be trusted, whatever they are configured with. A tunnel to it, or to Microsoft Graph, ends here (RFC 9110,
 * section 9.3.6); one to any other host is refused.
 */
record Tunnels(LoopbackAuthority authority) {
    static final String LOGIN = "login.microsoftonline.com";
    static final String GRAPH = "graph.microsoft.com";

    /** With which every record of a handshake begins (RFC 8446, section 5.1). */
    private static final int HANDSHAKE = 22;

    private static final int LONGEST_HEAD = 16 * 1024;

    /** The connection with TLS over it, or null when it wants something else. */
    @Nullable
    Socket open(Socket accepted) throws IOException {
        int first = accepted.getInputStream().read();
        if (first == HANDSHAKE) {
            return authority.secured(accepted, new byte[] {HANDSHAKE});
        }
        String[] words = head(first, accepted.getInputStream()).split(" ", 3);
        String host = words.length == 3 && words[0].equals("CONNECT") ? words[1].toLowerCase(Locale.ROOT) : "";
        boolean here = Set.of(LOGIN + ":443", GRAPH + ":443", "127.0.0.1:" + accepted.getLocalPort())
                .contains(host);
        answer(accepted, here ? "200 Connection established" : "403 Forbidden");
        return here ? authority.secured(accepted, new byte[0]) : null;
    }

    private static String head(int first, InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int c = first; c >= 0 && head.size() < LONGEST_HEAD; c = in.read()) {
            head.write(c);
            if (c == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void answer(Socket socket, String status) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\n" + (status.startsWith("2") ? "" : "Content-Length: 0\r\n") + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
