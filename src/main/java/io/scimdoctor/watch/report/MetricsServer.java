package io.scimdoctor.watch.report;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Serves the metrics at {@code /metrics}. A caller that sends its request byte by byte holds up no other, and not for
 * longer than some seconds. It is written on the bare socket: the JDK's own HTTP
 * server cannot be reached from the boot class path, on which the launcher puts this program.
 */
public final class MetricsServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;
    private static final int MOST_AT_ONCE = 8;
    private static final int LONGEST_REQUEST = 16_384;
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final ServerSocket listener;
    private final Supplier<String> metrics;
    /** One accepts, the others answer. */
    private final ExecutorService threads = Executors.newFixedThreadPool(1 + MOST_AT_ONCE, MetricsServer::daemon);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(MetricsServer::daemon);

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
        server.threads.execute(server::serve);
        return server;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "metrics");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                threads.execute(() -> answer(socket));
                Future<?> unused = timer.schedule(() -> close(socket), PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (IOException | RejectedExecutionException e) {
                // It was closed, which ends the loop.
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            exchange(socket);
        } catch (IOException e) {
            // This one caller went away, or took too long.
        }
    }

    private void exchange(Socket socket) throws IOException {
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
        close(listener);
        threads.shutdownNow();
        timer.shutdownNow();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // What cannot be closed is closed already.
        }
    }
}
