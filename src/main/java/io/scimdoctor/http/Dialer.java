package io.scimdoctor.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** Opens connections for the pool: name, TCP, TLS, each measured, each within its limit. */
final class Dialer implements HttpClientConnectionOperator {
    private final Limits limits;
    private final TlsUpgrade tls;
    private final Set<Dial> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Dialer(Limits limits, TlsUpgrade tls) {
        this.limits = limits;
        this.tls = tls;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable InetSocketAddress local,
            @Nullable TimeValue timeout,
            @Nullable SocketConfig config,
            HttpContext context)
            throws IOException {
        Call call = (Call) context;
        Dial dial = new Dial(host, call, limits);
        pending.add(dial);
        try {
            if (closed) {
                throw new ConnectionClosedException();
            }
            dial.start();
            if (call.target.isSecure()) {
                // Loads classes for TLS while the other thread waits for the network.
                tls.material();
            }
            connection.bind(await(dial));
        } finally {
            giveUp(dial);
            pending.remove(dial);
        }
        if (host.getSchemeName().equals("https")) {
            upgrade(connection, host, context);
        }
    }

    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) throws IOException {
        Socket socket = connection.getSocket();
        if (socket == null) {
            throw new ConnectionClosedException();
        }
        SSLSocket secure = tls.upgrade(socket, host.getHostName(), host.getPort(), (Call) context);
        connection.bind(secure, socket);
    }

    /** Ends whatever is connecting. */
    void close() {
        closed = true;
        pending.forEach(Dialer::giveUp);
    }

    private static void giveUp(Dial dial) {
        dial.completeExceptionally(new ConnectionClosedException());
    }

    private TimedSocket await(Dial dial) throws IOException {
        int wait = limits.withinDeadline(limits.connectMillis());
        try {
            return dial.get(wait, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw dial.tooLate(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the call was interrupted");
        }
    }
}
