package io.scimdoctor.server;

import io.scimdoctor.exchange.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Puts replies on the wire, whole or broken.
 *
 * @param closed ends every wait
 */
record ReplyWriter(Duration firstByteDelay, CountDownLatch closed) {
    private static final int BLOCK = 64 * 1024;
    /** 96 MiB, above any sensible limit of a client. */
    private static final int OVERSIZED_BLOCKS = 1_536;
    /** 128 MiB once unpacked, a thousand times what is sent; packing more would only take time. */
    private static final int BOMB_BLOCKS = 2_048;

    ClassicHttpResponse response(Reply reply) throws IOException {
        if (reply.delivery() == Reply.Delivery.SLOW_FIRST_BYTE) {
            pause();
        }
        ClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
        for (Headers.Field field : reply.headers().fields()) {
            if (!field.name().equalsIgnoreCase("Content-Type")) {
                response.addHeader(field.name(), field.value());
            }
        }
        ContentType type = reply.headers()
                .first("Content-Type")
                .map(ContentType::parseLenient)
                .orElse(null);
        if (reply.status() != 204 && reply.status() != 304) {
            response.setEntity(entity(reply, type));
        }
        return response;
    }

    private static HttpEntity entity(Reply reply, @Nullable ContentType type) {
        return switch (reply.delivery()) {
            case OVERSIZED_BODY ->
                new EntityTemplate(-1, type, null, out -> spaces(out, reply.body(), OVERSIZED_BLOCKS));
            case GZIP_BOMB ->
                new EntityTemplate(-1, type, "gzip", out -> {
                    GZIPOutputStream packed = new GZIPOutputStream(out, BLOCK);
                    spaces(packed, reply.body(), BOMB_BLOCKS);
                    packed.finish();
                });
            default -> new ByteArrayEntity(reply.body().getBytes(StandardCharsets.UTF_8), type);
        };
    }

    /** White space before a JSON value is legal, so only the size is wrong. */
    private static void spaces(OutputStream out, String body, int blocks) throws IOException {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) ' ');
        for (int i = 0; i < blocks; i++) {
            out.write(block);
        }
        out.write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Breaks the connection as the reply says, if it is not one of well-formed HTTP, however slow or large. */
    boolean misbehaves(Reply reply, Socket socket) throws IOException {
        switch (reply.delivery()) {
            case RESET -> socket.setSoLinger(true, 0);
            case STALLED_BODY -> {
                half(reply, socket);
                awaitPeer(socket);
            }
            case TRUNCATED_BODY -> half(reply, socket);
            case EMPTY -> socket.shutdownOutput();
            case WHOLE, SLOW_FIRST_BYTE, OVERSIZED_BODY, GZIP_BOMB -> {
                return false;
            }
        }
        socket.close();
        return true;
    }

    private static void half(Reply reply, Socket socket) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        List<String> head = new ArrayList<>(List.of("HTTP/1.1 " + reply.status() + " OK"));
        head.addAll(reply.headers().lines());
        head.add("Content-Length: " + body.length + "\r\n\r\n");
        OutputStream out = socket.getOutputStream();
        out.write(String.join("\r\n", head).getBytes(StandardCharsets.ISO_8859_1));
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    /** Keeps silent until the other side, or the simulator, closes the connection. */
    private static void awaitPeer(Socket socket) throws IOException {
        socket.setSoTimeout(0);
        InputStream in = socket.getInputStream();
        // Whatever the peer still sends is of no interest.
        while (in.read() >= 0) {}
    }

    private void pause() throws IOException {
        try {
            if (closed.await(firstByteDelay.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the simulator was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
