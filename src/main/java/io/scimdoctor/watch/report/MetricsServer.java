package io.scimdoctor.watch.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Serves the metrics at {@code /metrics}, one caller after the other. It is written on the bare socket: the JDK's own HTTP
 * server cannot be reached from the boot class path, on which the launcher puts this program.
 */
public final class MetricsServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LONGEST_REQUEST = 16_384;
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final ServerSocket listener;
    private final Supplier<String> metrics;

    private MetricsServer(ServerSocket listener, Supplier<String> metrics) {
        this.listener = listener;
        this.metrics = metrics;
    }

    /**
     * Listens until it is closed; it does not keep the process alive.
     *
     * @param metrics is asked at each call, on a thread of its own
     * @throws IOException when it cannot listen there
     */
    public static MetricsServer start(InetSocketAddress address, Supplier<String> metrics) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(address);
        } catch (IOException | IllegalArgumentException e) {
            socket.close();
            throw new IOException("no listening there", e);
        }
        MetricsServer server = new MetricsServer(socket, metrics);
        Thread thread = new Thread(server::serve, "metrics");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                answer(socket);
            } catch (IOException e) {
                // Either it was closed, which ends the loop, or this one caller went away.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        String[] words =
                requestLine(new BufferedInputStream(socket.getInputStream())).split(" ", -1);
        boolean head = words[0].equals("HEAD");
        String path = words.length < 2 ? "" : words[1].replaceFirst("\\?.*", "");
        String status = "200 OK";
        String body = "";
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            status = "400 Bad Request";
        } else if (!head && !words[0].equals("GET")) {
            status = "405 Method Not Allowed";
        } else if (path.equals("/metrics")) {
            body = metrics.get();
        } else {
            status = "404 Not Found";
            body = "The metrics are at /metrics.\n";
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String fields = "HTTP/1.1 " + status + "\r\nContent-Type: " + TYPE + "\r\nContent-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(fields.getBytes(StandardCharsets.US_ASCII));
        if (!head) {
            out.write(bytes);
        }
        out.flush();
    }

    /** Reads the whole head, so that closing the connection does not cut the answer off, and returns its first line. */
    private static String requestLine(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0 && head.length() < LONGEST_REQUEST && !ended(head)) {
            head.append((char) next);
            next = ended(head) ? -1 : in.read();
        }
        int end = head.indexOf("\n");
        return (end < 0 ? head : head.substring(0, end)).toString().trim();
    }

    private static boolean ended(StringBuilder head) {
        int length = head.length();
        return length >= 2
                && head.charAt(length - 1) == '\n'
                && (head.charAt(length - 2) == '\n' || (length >= 4 && head.charAt(length - 3) == '\n'));
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // What cannot be closed is closed already.
        }
    }
}
