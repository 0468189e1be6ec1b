package io.scimdoctor.http;

import static io.scimdoctor.exchange.TransportFault.CONNECTION_REFUSED;
import static io.scimdoctor.exchange.TransportFault.CONNECTION_RESET;
import static io.scimdoctor.exchange.TransportFault.CONNECT_TIMEOUT;
import static io.scimdoctor.exchange.TransportFault.DNS_FAILURE;
import static io.scimdoctor.exchange.TransportFault.NETWORK_UNREACHABLE;
import static io.scimdoctor.exchange.TransportFault.PROXY_UNREACHABLE;

import io.scimdoctor.exchange.CallFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.HttpHost;

/**
 * One attempt to reach a host, over all its addresses. It runs on a thread of its own, because neither a name look-up
 * nor a connect can be interrupted; the caller can walk away from it by completing it first.
 */
final class Dial extends CompletableFuture<TimedSocket> {
    private final HttpHost host;
    private final Call call;
    private final Limits limits;
    private volatile boolean resolved;

    Dial(HttpHost host, Call call, Limits limits) {
        this.host = host;
        this.call = call;
        this.limits = limits;
    }

    void start() {
        new DefaultThreadFactory("scimdoctor-connect", true)
                .newThread(this::run)
                .start();
    }

    /** What to say when the time is up. */
    CallFailure tooLate(int millis) {
        String within = " within " + millis + " ms.";
        return resolved || call.proxy != null
                ? call.unreachable(CONNECT_TIMEOUT, within)
                : new CallFailure(DNS_FAILURE, "The name " + host.getHostName() + " was not resolved" + within);
    }

    private void run() {
        try {
            TimedSocket socket = open();
            if (!complete(socket)) {
                socket.close();
            }
        } catch (IOException | RuntimeException e) {
            completeExceptionally(e);
        }
    }

    private TimedSocket open() throws IOException {
        InetAddress[] addresses = resolve();
        long started = System.nanoTime();
        IOException last = new IOException();
        for (int i = 0; i < addresses.length; i++) {
            long left = limits.connectMillis() - Call.since(started).toMillis();
            // A dead first address, often IPv6, must leave time for the next one.
            long share = i == addresses.length - 1 ? left : left / 2;
            try {
                TimedSocket connected =
                        connect(new InetSocketAddress(addresses[i], host.getPort()), (int) Math.max(1, share));
                call.connect = Call.since(started);
                return connected;
            } catch (IOException e) {
                last = e;
            }
        }
        throw failure(last);
    }

    private InetAddress[] resolve() throws IOException {
        long started = System.nanoTime();
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host.getHostName());
            call.resolve = Call.since(started);
            resolved = true;
            return addresses;
        } catch (UnknownHostException e) {
            ProxyServer proxy = call.proxy;
            throw new CallFailure(
                    proxy != null ? PROXY_UNREACHABLE : DNS_FAILURE,
                    "The name " + host.getHostName() + (proxy == null ? "" : " of the proxy from " + proxy.source())
                            + " is unknown to this machine's resolver.");
        }
    }

    private TimedSocket connect(InetSocketAddress remote, int millis) throws IOException {
        TimedSocket next = new TimedSocket(limits);
        call.address = Call.format(remote);
        try {
            next.setTcpNoDelay(true);
            next.connect(remote, millis);
            return next;
        } catch (IOException e) {
            next.close();
            throw e;
        }
    }

    private CallFailure failure(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof SocketTimeoutException || message.contains("timed out")) {
            return call.unreachable(CONNECT_TIMEOUT, ": no answer in time.");
        }
        if (!(cause instanceof NoRouteToHostException) && message.contains("refused")) {
            return call.unreachable(
                    CONNECTION_REFUSED, ": it was refused, nothing listens there or a firewall rejected it.");
        }
        return message.contains("reset")
                ? call.unreachable(CONNECTION_RESET, ": it was reset.")
                : call.unreachable(NETWORK_UNREACHABLE, ": the network knows no way there.");
    }
}
