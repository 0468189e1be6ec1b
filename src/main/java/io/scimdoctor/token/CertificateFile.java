package io.scimdoctor.token;

import io.scimdoctor.redact.KnownSecrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Reads a certificate and its private key out of one file: PEM, or PKCS#12.
 *
 * @param password empty when there is none
 * @param secrets is told the key and the password before anything else happens to them
 */
record CertificateFile(Secret password, KnownSecrets secrets) {
    private static final int SEQUENCE = 0x30;
    private static final String BEGIN = "-----BEGIN ";
    /** What stands between the blocks is skipped (RFC 7468). */
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    /** A certificate and the key that belongs to it. */
    record Pair(X509Certificate certificate, RSAPrivateKey key) {
        byte[] thumbprint(String hash) {
            try {
                return MessageDigest.getInstance(hash).digest(certificate.getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "a certificate and its key";
        }
    }

    /** The pair in the file. */
    Pair read(byte[] bytes) throws CertificateUnusable {
        secrets.add(password.expose());
        String text = text(bytes);
        if (text.contains(BEGIN)) {
            return pem(text);
        }
        if (bytes.length > 0 && bytes[0] == SEQUENCE) {
            return pkcs12(bytes);
        }
        throw new CertificateUnusable(CertificateFault.NOT_KNOWN);
    }

    /** The first certificate of a file that need not hold more: PEM or DER. */
    static Optional<X509Certificate> certificate(byte[] bytes) {
        String text = text(bytes);
        try {
            return text.contains(BEGIN) ? certificates(text).stream().findFirst() : Optional.of(der(bytes));
        } catch (CertificateException | CertificateUnusable e) {
            return Optional.empty();
        }
    }

    /** PowerShell writes UTF-16 with a byte order mark; everything else in a PEM file is ASCII. */
    private static String text(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        return new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }

    private static X509Certificate der(byte[] bytes) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private Pair pem(String text) throws CertificateUnusable {
        List<MatchResult> keys = BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).endsWith("PRIVATE KEY"))
                .toList();
        keys.forEach(key -> secrets.add(key.group(2)));
        List<X509Certificate> certificates = certificates(text);
        PrivateKey key = key(keys);
        if (certificates.isEmpty()) {
            throw new CertificateUnusable(CertificateFault.NO_CERTIFICATE);
        }
        return pair(certificates, key);
    }

    private static List<X509Certificate> certificates(String text) throws CertificateUnusable {
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        try {
            while (block.find()) {
                if (block.group(1).equals("CERTIFICATE")) {
                    certificates.add(der(Base64.getMimeDecoder().decode(block.group(2))));
                }
            }
        } catch (CertificateException e) {
            throw new CertificateUnusable(CertificateFault.DAMAGED);
        }
        return certificates;
    }

    /** The one private key. */
    private PrivateKey key(List<MatchResult> keys) throws CertificateUnusable {
        MatchResult block = one(keys);
        byte[] key = Base64.getMimeDecoder().decode(block.group(2));
        return switch (block.group(1)) {
            case "PRIVATE KEY" -> rsa(new PKCS8EncodedKeySpec(key));
            case "ENCRYPTED PRIVATE KEY" -> rsa(decrypted(key));
            case "RSA PRIVATE KEY" -> throw new CertificateUnusable(CertificateFault.OLDER_FORM);
            default -> throw new CertificateUnusable(CertificateFault.NOT_RSA);
        };
    }

    private static <T> T one(List<T> keys) throws CertificateUnusable {
        if (keys.size() != 1) {
            throw new CertificateUnusable(keys.isEmpty() ? CertificateFault.NO_KEY : CertificateFault.SEVERAL_KEYS);
        }
        return keys.get(0);
    }

    private static PrivateKey rsa(PKCS8EncodedKeySpec key) throws CertificateUnusable {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(key);
        } catch (GeneralSecurityException e) {
            throw new CertificateUnusable(CertificateFault.NOT_RSA);
        }
    }

    private PKCS8EncodedKeySpec decrypted(byte[] key) throws CertificateUnusable {
        if (password.isEmpty()) {
            throw new CertificateUnusable(CertificateFault.PASSWORD_MISSING);
        }
        Cipher cipher;
        EncryptedPrivateKeyInfo info;
        try {
            info = new EncryptedPrivateKeyInfo(key);
            // PBES2 is the name of a family of algorithms; the parameters give the one that the factories know.
            String family = info.getAlgName();
            String algorithm = family.startsWith("PBEWith")
                    ? family
                    : info.getAlgParameters().toString();
            PBEKeySpec given = new PBEKeySpec(password.expose().toCharArray());
            cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(given),
                    info.getAlgParameters());
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateUnusable(CertificateFault.ENCRYPTION);
        }
        try {
            return info.getKeySpec(cipher);
        } catch (InvalidKeySpecException e) {
            throw new CertificateUnusable(CertificateFault.PASSWORD_WRONG);
        }
    }

    private Pair pkcs12(byte[] bytes) throws CertificateUnusable {
        char[] opener = password.expose().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), opener);
            List<String> keys = new ArrayList<>();
            for (String entry : Collections.list(store.aliases())) {
                if (store.isKeyEntry(entry)) {
                    keys.add(entry);
                }
            }
            String alias = one(keys);
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain == null || chain.length == 0) {
                throw new CertificateUnusable(CertificateFault.NO_CERTIFICATE);
            }
            if (!(store.getKey(alias, opener) instanceof PrivateKey key)) {
                throw new CertificateUnusable(CertificateFault.NO_KEY);
            }
            return pair(List.of((X509Certificate) chain[0]), key);
        } catch (UnrecoverableKeyException e) {
            throw new CertificateUnusable(passwordFault());
        } catch (IOException e) {
            boolean refused = e.getCause() instanceof GeneralSecurityException;
            throw new CertificateUnusable(refused ? passwordFault() : other(bytes));
        } catch (GeneralSecurityException e) {
            throw new CertificateUnusable(CertificateFault.DAMAGED);
        }
    }

    private CertificateFault passwordFault() {
        return password.isEmpty() ? CertificateFault.PASSWORD_MISSING : CertificateFault.PASSWORD_WRONG;
    }

    /** A bare certificate in DER is what the portal takes, so people have it at hand. */
    private static CertificateFault other(byte[] bytes) {
        return certificate(bytes).isPresent() ? CertificateFault.NO_KEY : CertificateFault.NOT_KNOWN;
    }

    /** The certificates of the issuers may stand in the file too, in any order. */
    private Pair pair(List<X509Certificate> certificates, PrivateKey key) throws CertificateUnusable {
        if (!(key instanceof RSAPrivateKey rsa)) {
            throw new CertificateUnusable(CertificateFault.NOT_RSA);
        }
        secrets.add(Base64.getMimeEncoder(64, new byte[] {10}).encodeToString(key.getEncoded()));
        for (X509Certificate certificate : certificates) {
            if (certificate.getPublicKey() instanceof RSAPublicKey own
                    && own.getModulus().equals(rsa.getModulus())) {
                return new Pair(certificate, rsa);
            }
        }
        throw new CertificateUnusable(CertificateFault.MISMATCH);
    }
}
