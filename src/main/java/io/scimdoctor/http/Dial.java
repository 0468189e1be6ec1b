package io.scimdoctor.http;

import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.http.tls.TimedSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to reach a host, over all its addresses. It runs on a thread of its own, because neither a name look-up
 * nor a connect can be interrupted; the caller can walk away from it.
 */
final class Dial {
    private final String host;
    private final int port;
    private final Call call;
    private final Limits limits;
    private final CompletableFuture<TimedSocket> result = new CompletableFuture<>();
    private volatile boolean resolved;
    private @Nullable TimedSocket socket;
    private boolean abandoned;

    Dial(String host, int port, Call call, Limits limits) {
        this.host = host;
        this.port = port;
        this.call = call;
        this.limits = limits;
    }

    void start() {
        Thread thread = new Thread(this::run, "scimdoctor-connect");
        thread.setDaemon(true);
        thread.start();
    }

    CompletableFuture<TimedSocket> result() {
        return result;
    }

    boolean isResolved() {
        return resolved;
    }

    /** Closes what is open or will be opened. */
    synchronized void abandon() {
        abandoned = true;
        result.completeExceptionally(new SocketException("the call was given up"));
        closeSocket();
    }

    private void run() {
        try {
            result.complete(open());
        } catch (IOException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private TimedSocket open() throws IOException {
        InetAddress[] addresses = resolve();
        long started = System.nanoTime();
        IOException last = null;
        for (int i = 0; i < addresses.length; i++) {
            long left = limits.connectMillis() - Call.since(started).toMillis();
            // A dead first address, often IPv6, must leave time for the next one.
            long share = i == addresses.length - 1 ? left : left / 2;
            try {
                TimedSocket connected = connect(new InetSocketAddress(addresses[i], port), (int) Math.max(1, share));
                call.connected(Call.since(started));
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
            InetAddress[] addresses = InetAddress.getAllByName(host);
            call.resolved(Call.since(started));
            resolved = true;
            return addresses;
        } catch (UnknownHostException e) {
            ProxyServer proxy = call.proxy();
            throw new CallFailure(
                    proxy != null ? TransportFault.PROXY_UNREACHABLE : TransportFault.DNS_FAILURE,
                    "The name " + host + (proxy == null ? "" : " of the proxy from " + proxy.source())
                            + " is unknown to this machine's resolver.");
        }
    }

    private TimedSocket connect(InetSocketAddress remote, int millis) throws IOException {
        TimedSocket next = adopt(new TimedSocket(limits));
        call.connecting(remote);
        try {
            next.setTcpNoDelay(true);
            next.connect(remote, millis);
            return next;
        } catch (IOException e) {
            next.close();
            throw e;
        }
    }

    private synchronized TimedSocket adopt(TimedSocket next) throws IOException {
        socket = next;
        if (abandoned) {
            closeSocket();
            throw new SocketException("the call was given up");
        }
        return next;
    }

    private void closeSocket() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing is lost: the socket is not used any more.
                return;
            }
        }
    }

    private CallFailure failure(@Nullable IOException cause) {
        TransportFault fault = fault(cause);
        if (call.proxy() != null) {
            return new CallFailure(
                    TransportFault.PROXY_UNREACHABLE, "No connection to " + call.peer() + ": " + text(fault) + ".");
        }
        return new CallFailure(fault, "No connection to " + call.peer() + ": " + text(fault) + ".");
    }

    private static TransportFault fault(@Nullable IOException cause) {
        String message = cause == null ? "" : String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof SocketTimeoutException || message.contains("timed out")) {
            return TransportFault.CONNECT_TIMEOUT;
        }
        if (!(cause instanceof NoRouteToHostException) && message.contains("refused")) {
            return TransportFault.CONNECTION_REFUSED;
        }
        return message.contains("reset") ? TransportFault.CONNECTION_RESET : TransportFault.NETWORK_UNREACHABLE;
    }

    private static String text(TransportFault fault) {
        return switch (fault) {
            case CONNECT_TIMEOUT -> "no answer in time";
            case CONNECTION_REFUSED -> "it was refused, nothing listens there or a firewall says no";
            case CONNECTION_RESET -> "it was reset";
            default -> "the network knows no way there";
        };
    }
}
