package io.scimdoctor.http;

import static io.scimdoctor.exchange.TransportFault.TLS_FAILURE;

import io.scimdoctor.exchange.CallFailure;
import io.scimdoctor.http.tls.RecordingKeys;
import io.scimdoctor.http.tls.RecordingTrust;
import io.scimdoctor.http.tls.TlsFaults;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Puts TLS over a connected socket. The context costs over 100 ms on a cold JVM and is therefore built on first use. */
final class TlsUpgrade {
    private final TransportSettings settings;
    private final Limits limits;
    private @Nullable Material material;

    TlsUpgrade(TransportSettings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    /** What handshakes share, so that later ones can resume the session of the first. */
    record Material(SSLSocketFactory factory, RecordingTrust trust, RecordingKeys keys) {}

    SSLSocket upgrade(Socket socket, String host, int port, Call call) throws IOException {
        Material shared = material();
        SSLSocket secure = (SSLSocket) shared.factory().createSocket(socket, host, port, true);
        if (!settings.insecure()) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
        }
        secure.setSoTimeout(limits.connectMillis());
        long started = System.nanoTime();
        try {
            secure.startHandshake();
        } catch (IOException e) {
            X509Certificate[] shown = shared.trust().take(secure);
            X509Certificate leaf = shown.length == 0 ? null : shown[0];
            call.handshaken(leaf, null, Call.since(started), shared.keys().take(secure));
            throw call.orClientCertificate(TlsFaults.ofHandshake(e, host + ":" + port, shown));
        }
        shared.trust().take(secure);
        secure.setSoTimeout(limits.silenceMillis());
        SSLSession session = secure.getSession();
        boolean asked = shared.keys().take(secure);
        call.handshaken(Call.leaf(session), session.getProtocol(), Call.since(started), asked);
        return secure;
    }

    /** Builds the context, unless that was done ahead of the first handshake. */
    synchronized Material material() throws IOException {
        if (material == null) {
            try {
                RecordingTrust trust = new RecordingTrust(settings.caCertificates(), settings.insecure());
                RecordingKeys keys = new RecordingKeys();
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
                material = new Material(context.getSocketFactory(), trust, keys);
            } catch (GeneralSecurityException e) {
                throw new CallFailure(TLS_FAILURE, "This Java cannot set TLS up: " + e.getMessage());
            }
        }
        return material;
    }
}
