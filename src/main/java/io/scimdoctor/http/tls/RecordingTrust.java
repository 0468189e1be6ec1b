package io.scimdoctor.http.tls;

import static io.scimdoctor.exchange.TransportFault.TLS_FAILURE;

import io.scimdoctor.exchange.CallFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges server certificates, and remembers those that a server showed, also when they were refused: the issuer gives an
 * inspecting proxy away. The stores are asked in turn, each of which is read only when those before it know no issuer,
 * because a bundle of certificates costs tens of milliseconds.
 */
public final class RecordingTrust extends X509ExtendedTrustManager {
    private static final String PEM_MARK = "-----BEGIN CERTIFICATE-----";
    private static final X509Certificate[] NONE = {};

    private final boolean insecure;
    /** The paths of the stores; null stands for the JDK's own. */
    private final List<@Nullable Path> paths = new ArrayList<>();

    private final List<X509ExtendedTrustManager> judges = new ArrayList<>();
    private final Map<Socket, X509Certificate[]> shown = new ConcurrentHashMap<>();

    /** Fails when one of the paths is not there to be read. */
    public RecordingTrust(CaCertificates certificates, boolean insecure) throws CallFailure {
        this.insecure = insecure;
        paths.addAll(certificates.named());
        paths.add(null);
        paths.addAll(certificates.inherited());
        for (Path path : paths) {
            if (path != null && !Files.isReadable(path)) {
                throw unreadable(path);
            }
        }
    }

    /** The certificates that were shown on this socket; they are forgotten then. */
    public X509Certificate[] take(Socket socket) {
        X509Certificate[] chain = shown.remove(socket);
        return chain == null ? NONE : chain;
    }

    /** Takes what one store takes; when none does, the reason is that of the last. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        shown.put(socket, chain);
        CertificateException refusal = new CertificateException("this Java trusts no certificates");
        for (int number = 0; number < paths.size() && !insecure; number++) {
            X509ExtendedTrustManager judge = judge(number);
            if (judge.getAcceptedIssuers().length == 0) {
                continue;
            }
            try {
                judge.checkServerTrusted(chain, type, socket);
                return;
            } catch (CertificateException e) {
                refusal = e;
                if (!TlsFaults.find(e, CertPathBuilderException.class)) {
                    break;
                }
            }
        }
        if (!insecure) {
            throw refusal;
        }
    }

    private synchronized X509ExtendedTrustManager judge(int number) throws CertificateException {
        try {
            if (number == judges.size()) {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                Path path = paths.get(number);
                factory.init(path == null ? null : read(path));
                judges.add((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
            }
            return judges.get(number);
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    private static KeyStore read(Path path) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path, Files::isRegularFile)) {
                for (Path file : files) {
                    add(file, store);
                }
            }
        } else {
            add(path, store);
            if (store.size() == 0) {
                throw unreadable(path);
            }
        }
        return store;
    }

    /** Takes what can be read: directories also hold links, indexes and lists of revoked certificates. */
    private static void add(Path file, KeyStore store) throws KeyStoreException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM_MARK)) {
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                for (Certificate found : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
                    store.setCertificateEntry("ca-" + store.size(), found);
                }
            }
        } catch (IOException | CertificateException e) {
            // Whoever named the file is told that nothing of it could be read.
        }
    }

    private static CallFailure unreadable(Path path) {
        return new CallFailure(
                TLS_FAILURE, "The file of trusted certificates " + path + " holds none that can be read.");
    }

    // The rest is never asked for: only servers that a socket reached are judged.

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NONE;
    }
}
