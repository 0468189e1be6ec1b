package io.scimdoctor.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A loopback server that says exactly what a test tells it to say, right or wrong. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    /** What happens on one connection. */
    interface Handler {
        void handle(RawServer server, Socket socket) throws IOException;
    }

    RawServer(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
        Thread thread = new Thread(this::accept, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    static RawServer start(Handler handler) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), handler);
    }

    /** Reads one request and sends these bytes, then closes. */
    static RawServer answering(String answer) throws IOException {
        return answering(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    static RawServer answering(byte[] answer) throws IOException {
        return start((server, socket) -> {
            server.readRequest(socket);
            socket.getOutputStream().write(answer);
        });
    }

    /** Answers every request on a connection, as a real server does. */
    static RawServer keepingAlive(String answer) throws IOException {
        return start((server, socket) -> {
            while (!server.readRequest(socket).isEmpty()) {
                write(socket, answer);
            }
        });
    }

    /** Reads one request, sends these bytes, and then nothing until the test is over. */
    static RawServer stalling(String answer) throws IOException {
        return start((server, socket) -> {
            server.readRequest(socket);
            write(socket, answer);
            server.holdOpen();
        });
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    int port() {
        return listener.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The heads of the requests so far. */
    List<String> heads() {
        return heads;
    }

    /** Reads the head of a request and the body that Content-Length announces; empty at the end. */
    String readRequest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytes.write(next);
            text = bytes.toString(StandardCharsets.ISO_8859_1);
        }
        int length = text.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
        String request = text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
        heads.add(request);
        return request;
    }

    /** Blocks until the server is closed. */
    void holdOpen() {
        try {
            released.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isReleased() {
        return released.getCount() == 0;
    }

    Collection<Socket> open() {
        return open;
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "raw-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            handler.handle(this, socket);
        } catch (IOException e) {
            // The client has gone, which several tests provoke.
        } finally {
            open.remove(socket);
        }
    }
}
