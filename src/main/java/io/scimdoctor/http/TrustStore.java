package io.scimdoctor.http;

import io.scimdoctor.exchange.TransportFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Builds the judge of server certificates: the JDK's own store, and the user's certificates beside it. */
final class TrustStore {
    private static final String PEM_MARK = "-----BEGIN CERTIFICATE-----";

    private TrustStore() {}

    static X509ExtendedTrustManager load(List<Path> additional) throws IOException, GeneralSecurityException {
        X509ExtendedTrustManager own = judge(null);
        if (additional.isEmpty()) {
            return own;
        }
        Set<Certificate> certificates = new LinkedHashSet<>(List.<X509Certificate>of(own.getAcceptedIssuers()));
        for (Path path : additional) {
            certificates.addAll(Files.isDirectory(path) ? readDirectory(path) : readFile(path));
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return judge(store);
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
        throw new CallFailure(
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
