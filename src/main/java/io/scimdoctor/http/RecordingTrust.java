package io.scimdoctor.http;

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
    private final X509ExtendedTrustManager judge;
    private final boolean insecure;
    private final Map<Socket, X509Certificate> shown = new ConcurrentHashMap<>();

    RecordingTrust(X509ExtendedTrustManager judge, boolean insecure) {
        this.judge = judge;
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
            judge.checkServerTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
