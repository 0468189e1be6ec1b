package io.scimdoctor.http.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Remembers the certificate that a server showed, also when it was refused: the issuer gives an inspecting proxy away. */
final class RecordingTrust extends X509ExtendedTrustManager {
    private final TrustStore store;
    private final boolean insecure;
    private final Map<Socket, X509Certificate> shown = new ConcurrentHashMap<>();

    RecordingTrust(TrustStore store, boolean insecure) {
        this.store = store;
        this.insecure = insecure;
    }

    /** The certificate that was shown on this socket, once. */
    @Nullable
    X509Certificate take(Socket socket) {
        return shown.remove(socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (chain.length > 0) {
            shown.put(socket, chain[0]);
        }
        if (!insecure) {
            store.check(chain, type, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw unasked();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw unasked();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw unasked();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw unasked();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw unasked();
    }

    private static CertificateException unasked() {
        return new CertificateException("only servers that a socket reached are judged");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
