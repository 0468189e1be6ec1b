package io.scimdoctor.server;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestValidateHost;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections and speaks HTTP/1.1 on each. It owns the sockets, which HttpCore's own server does not give away, so
 * that a reply can also be a broken one.
 */
public final class WireServer implements AutoCloseable {
    /**
     * A caller that sends byte by byte must not hold up others: when so many are connected, the oldest is closed before
     * the next is served.
     */
    private static final int MOST_SOCKETS = 100;

    private static final int MAX_BODY = 4 * 1024 * 1024;
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_HEADERS = 200;
    private static final ThreadFactory THREADS = new DefaultThreadFactory("server", true);

    private final ServerSocket listener;
    private final Function<SentRequest, Reply> answering;
    private final ReplyWriter writer;
    private final @Nullable Tunnels tunnels;
    private final int patienceMillis;
    private final Semaphore room = new Semaphore(MOST_SOCKETS);
    private final Set<Socket> sockets = Collections.synchronizedSet(new LinkedHashSet<>());

    /**
     * @param authority whose certificate is shown; null without TLS
     * @param patience how long a silent caller is waited for; none for ever
     */
    public WireServer(
            @Nullable LoopbackAuthority authority,
            InetSocketAddress address,
            Function<SentRequest, Reply> answering,
            Duration firstByteDelay,
            Duration patience)
            throws IOException {
        tunnels = authority == null ? null : new Tunnels(authority);
        this.answering = answering;
        writer = new ReplyWriter(firstByteDelay, new CountDownLatch(1));
        patienceMillis = Math.toIntExact(patience.toMillis());
        listener = new ServerSocket(address.getPort(), 0, address.getAddress());
        THREADS.newThread(this::accept).start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        Closer.closeQuietly(listener);
        writer.closed().countDown();
        List.copyOf(sockets).forEach(Closer::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                if (!room.tryAcquire()) {
                    List.copyOf(sockets).stream().limit(1).forEach(this::leave);
                    room.acquireUninterruptibly();
                }
                sockets.add(socket);
                THREADS.newThread(() -> serve(socket)).start();
            } catch (IOException e) {
                // Either the listener was closed, which ends the loop, or this one connection broke before it began.
            }
        }
    }

    private void serve(Socket accepted) {
        Http1Config config = Http1Config.custom()
                .setMaxLineLength(MAX_LINE)
                .setMaxHeaderCount(MAX_HEADERS)
                .build();
        try (DefaultBHttpServerConnection connection = new DefaultBHttpServerConnection("http", config)) {
            accepted.setTcpNoDelay(true);
            accepted.setSoTimeout(patienceMillis);
            Socket socket = tunnels == null ? accepted : tunnels.open(accepted);
            if (socket == null) {
                return;
            }
            connection.bind(socket);
            HttpService service = service(socket);
            while (connection.isOpen() && !listener.isClosed()) {
                service.handleRequest(connection, HttpCoreContext.create());
            }
        } catch (IOException | HttpException e) {
            // The peer is gone or the scenario has hung up; nobody is left to tell.
        } finally {
            leave(accepted);
        }
    }

    /** The room of a connection is free when it is closed, even if a slow answer still waits to be written to it. */
    private void leave(Socket socket) {
        Closer.closeQuietly(socket);
        if (sockets.remove(socket)) {
            room.release();
        }
    }

    private HttpService service(Socket socket) {
        HttpServerRequestHandler handler = (request, trigger, context) -> {
            Reply reply = answering.apply(read(request));
            if (writer.misbehaves(reply, socket)) {
                throw new ConnectionClosedException("the scenario hung up");
            }
            trigger.submitResponse(writer.response(reply));
        };
        return new HttpService(
                HttpProcessorBuilder.create()
                        .addAll(new RequestValidateHost())
                        .addAll(new ResponseContent(), new ResponseConnControl())
                        .build(),
                handler);
    }

    private static SentRequest read(ClassicHttpRequest request) throws IOException {
        List<Headers.Field> fields = new ArrayList<>();
        for (Header header : request.getHeaders()) {
            fields.add(new Headers.Field(header.getName(), header.getValue() == null ? "" : header.getValue()));
        }
        return new SentRequest(request.getMethod(), request.getRequestUri(), new Headers(fields), body(request));
    }

    private static @Nullable String body(ClassicHttpRequest request) throws IOException {
        if (request.getEntity() == null) {
            return null;
        }
        byte[] bytes = EntityUtils.toByteArray(request.getEntity(), MAX_BODY);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
