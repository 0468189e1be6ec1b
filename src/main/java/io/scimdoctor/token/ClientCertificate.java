package io.scimdoctor.token;

import io.scimdoctor.finding.Evidence;
import io.scimdoctor.redact.KnownSecrets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A certificate that is registered for the application, and the private key that proves who owns it.
 *
 * @param where the file and the setting that names it, as the subject of a sentence
 * @param secrets is told every assertion
 */
public record ClientCertificate(String where, CertificateFile.Pair pair, KnownSecrets secrets) implements ClientProof {
    /**
     * The certificate of a file, or why it cannot be used.
     *
     * @param where the file and the setting that names it, as the subject of a sentence
     * @param password of the file or of the key in it; empty when there is none
     * @param secrets is told the key, the password and every assertion
     */
    public static ClientProof of(String where, byte[] file, Secret password, KnownSecrets secrets) {
        try {
            return new ClientCertificate(where, new CertificateFile(password, secrets).read(file), secrets);
        } catch (CertificateUnusable e) {
            return e.fault().of(where);
        }
    }

    /** The certificate alone, as it is uploaded to an app registration: PEM or DER. */
    public static Optional<X509Certificate> uploaded(byte[] file) {
        return CertificateFile.certificate(file);
    }

    /** When it ends. */
    Instant until() {
        return pair.certificate().getNotAfter().toInstant();
    }

    /** The portal lists certificates by this thumbprint. */
    @Override
    public List<Evidence> facts() {
        String thumbprint = HexFormat.of().withUpperCase().formatHex(pair.thumbprint("SHA-1"));
        return List.of(
                new Evidence("certificate thumbprint", thumbprint),
                new Evidence("certificate valid until", until().toString()));
    }

    @Override
    public Shown show(Instant now) {
        Instant from = pair.certificate().getNotBefore().toInstant();
        if (now.isBefore(from)) {
            return new Unusable(
                    where + " holds a certificate that is valid from " + from + " on",
                    "wait, or correct this machine's clock");
        }
        if (now.isAfter(until())) {
            return new Unusable(
                    where + " holds a certificate that expired at " + until(),
                    "register a new one for the application, or correct this machine's clock");
        }
        return (Usable) request -> {
            String assertion = ClientAssertion.of(pair, request);
            secrets.add(assertion);
            return ClientProof.assertion(assertion);
        };
    }
}
