package io.scimdoctor.http;

import static io.scimdoctor.exchange.TransportFault.PROXY_UNREACHABLE;
import static io.scimdoctor.exchange.TransportFault.TLS_CLIENT_CERTIFICATE;

import io.scimdoctor.exchange.CallFailure;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.http.tls.CertificateNames;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt about one call while it runs. It travels through HttpClient as the context of the request. Volatile
 * fields are written by the thread that connects.
 */
final class Call extends HttpCoreContext {
    final Target target;
    final @Nullable ProxyServer proxy;
    private final long startedAt = System.nanoTime();
    volatile @Nullable String address;
    volatile @Nullable Duration resolve;
    volatile @Nullable Duration connect;
    private @Nullable Duration tls;
    private @Nullable Duration firstByte;
    private @Nullable String tlsProtocol;
    private @Nullable String tlsIssuer;
    private @Nullable EndpointDetails endpoint;
    private long receivedBefore;
    boolean reused;
    boolean proxyAnswered;
    boolean tunnelOpen;
    private boolean askedForCertificate;

    Call(Target target, @Nullable ProxyServer proxy) {
        this.target = target;
        this.proxy = proxy;
    }

    /** Who is spoken to at this point, for a person: the proxy until its tunnel stands. */
    String peer() {
        return proxy == null || tunnelOpen
                ? target.address()
                : "the proxy " + proxy.target().address() + " from " + proxy.source();
    }

    boolean isTunnelled() {
        return proxy != null && target.isSecure();
    }

    /** The handshake ended, well or badly; the server may have asked for a certificate of ours. */
    void handshaken(@Nullable X509Certificate peer, @Nullable String protocol, Duration took, boolean asked) {
        tls = took;
        secured(peer, protocol);
        askedForCertificate = asked;
    }

    private void secured(@Nullable X509Certificate peer, @Nullable String protocol) {
        tlsProtocol = protocol;
        tlsIssuer = peer == null ? null : CertificateNames.issuer(peer);
    }

    /** Why there is no connection: whatever fails on the way to a proxy, the proxy is not reached. */
    CallFailure unreachable(TransportFault fault, String how) {
        return new CallFailure(proxy == null ? fault : PROXY_UNREACHABLE, "No connection to " + peer() + how);
    }

    /** The missing client certificate, when the peer asked for one and then hung up; else the failure itself. */
    CallFailure orClientCertificate(CallFailure failure) {
        boolean hungUp = switch (failure.fault()) {
            case EMPTY_REPLY, CONNECTION_RESET, TLS_FAILURE, TLS_PROTOCOL -> true;
            default -> false;
        };
        return hungUp && askedForCertificate && received() == 0
                ? new CallFailure(
                        TLS_CLIENT_CERTIFICATE,
                        peer() + " asked for a client certificate, got none, and ended the connection.")
                : failure;
    }

    void reusing(boolean value) {
        reused = value;
        tunnelOpen = value && isTunnelled();
    }

    /** A request is about to be written to a connection with these properties. */
    @Override
    public void setEndpointDetails(EndpointDetails details) {
        endpoint = details;
        receivedBefore = details == null ? 0 : details.getReceivedBytesCount();
        if (details != null && details.getRemoteAddress() instanceof InetSocketAddress inet) {
            address = format(inet);
        }
    }

    @Override
    public void setSSLSession(SSLSession session) {
        if (session != null) {
            secured(leaf(session), session.getProtocol());
        }
    }

    void headArrived() {
        firstByte = elapsed();
    }

    /** Bytes of this answer, after decryption. */
    long received() {
        return endpoint == null ? 0 : endpoint.getReceivedBytesCount() - receivedBefore;
    }

    Duration elapsed() {
        return since(startedAt);
    }

    Trace trace() {
        String via = proxy == null ? null : proxy + (proxyAnswered ? Trace.PROXY_ANSWERED : "");
        Trace.Phases phases = new Trace.Phases(resolve, connect, tls, firstByte, elapsed());
        return new Trace(address, via, tlsProtocol, tlsIssuer, phases);
    }

    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    static @Nullable X509Certificate leaf(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate leaf ? leaf : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    static @Nullable String format(InetSocketAddress remote) {
        if (remote.getAddress() == null) {
            return null;
        }
        return Authority.bracketed(remote.getAddress().getHostAddress()) + ":" + remote.getPort();
    }
}
