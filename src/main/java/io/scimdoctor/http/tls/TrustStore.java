package io.scimdoctor.http.tls;

import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.http.CallFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges server certificates: by the stores in turn, each of which is read only when those before it know no issuer, because
 * a bundle of certificates costs tens of milliseconds.
 */
final class TrustStore {
    private static final String PEM_MARK = "-----BEGIN CERTIFICATE-----";

    private final List<Source> sources = new ArrayList<>();
    private final List<X509ExtendedTrustManager> judges = new ArrayList<>();

    /** Reads certificates; null stands for the JDK's own. */
    private interface Source {
        @Nullable
        KeyStore read() throws IOException, GeneralSecurityException;
    }

    /** Fails when one of the paths is not there to be read. */
    TrustStore(CaCertificates certificates) throws CallFailure {
        add(certificates.named());
        sources.add(() -> null);
        add(certificates.inherited());
    }

    private void add(List<Path> paths) throws CallFailure {
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw unreadable(path);
            }
            sources.add(() -> read(path));
        }
    }

    /** Takes what one store takes; when none does, the reason is that of the last. */
    void check(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        CertificateException refusal = new CertificateException("this Java trusts no certificates");
        for (int number = 0; number < sources.size(); number++) {
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
        throw refusal;
    }

    private synchronized X509ExtendedTrustManager judge(int number) throws CertificateException {
        try {
            if (number == judges.size()) {
                judges.add(judge(sources.get(number).read()));
            }
            return judges.get(number);
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    private static KeyStore read(Path path) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : Files.isDirectory(path) ? readDirectory(path) : readFile(path)) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return store;
    }

    private static X509ExtendedTrustManager judge(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager judge) {
                return judge;
            }
        }
        throw new GeneralSecurityException("this Java has no X.509 trust manager");
    }

    private static Collection<? extends Certificate> readFile(Path path) throws CallFailure {
        try {
            Collection<? extends Certificate> found = parse(Files.readAllBytes(path));
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IOException | CertificateException e) {
            // Missing, unreadable and not PEM are one thing to the user: the sentence below names the file.
        }
        throw unreadable(path);
    }

    private static CallFailure unreadable(Path path) {
        return new CallFailure(
                TransportFault.TLS_FAILURE,
                "The file of trusted certificates " + path + " holds none that can be read.");
    }

    /** Takes what can be read: such directories also hold links, indexes and lists of revoked certificates. */
    private static List<Certificate> readDirectory(Path directory) throws CallFailure {
        List<Certificate> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            for (Path file : files) {
                found.addAll(readIfPem(file));
            }
        } catch (IOException e) {
            throw new CallFailure(
                    TransportFault.TLS_FAILURE,
                    "The directory of trusted certificates " + directory + " cannot be read.");
        }
        return found;
    }

    private static Collection<? extends Certificate> readIfPem(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean pem = new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM_MARK);
            return pem ? parse(bytes) : List.of();
        } catch (IOException | CertificateException e) {
            return List.of();
        }
    }

    private static Collection<? extends Certificate> parse(byte[] bytes) throws CertificateException {
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
    }
}
