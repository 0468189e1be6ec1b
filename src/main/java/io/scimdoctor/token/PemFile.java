package io.scimdoctor.token;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The blocks of a PEM file (RFC 7468); what stands between them is passed over. */
final class PemFile {
    static final String BEGIN = "-----BEGIN ";

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final String KEY = "PRIVATE KEY";
    private static final String ENCRYPTED_KEY = "ENCRYPTED PRIVATE KEY";

    private final List<Block> blocks = new ArrayList<>();

    private record Block(String label, String text) {
        boolean isKey() {
            return label.endsWith(KEY);
        }

        /** Leaves the text out: it may be a key. */
        @Override
        public String toString() {
            return label;
        }
    }

    PemFile(String text) {
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
    }

    /** Every private key as it stands in the file. */
    List<String> keyTexts() {
        List<String> texts = new ArrayList<>();
        for (Block block : blocks) {
            if (block.isKey()) {
                texts.add(block.text());
            }
        }
        return texts;
    }

    List<X509Certificate> certificates() throws CertificateUnusable {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (Block block : blocks) {
                if (block.label().equals("CERTIFICATE")) {
                    certificates.add(CertificateFile.der(bytes(block)));
                }
            }
        } catch (CertificateException e) {
            throw new CertificateUnusable(CertificateFault.DAMAGED);
        }
        return certificates;
    }

    /** The one private key. */
    PrivateKey key(Secret password) throws CertificateUnusable {
        List<Block> keys = new ArrayList<>(blocks);
        keys.removeIf(block -> !block.isKey());
        if (keys.size() != 1) {
            throw new CertificateUnusable(keys.isEmpty() ? CertificateFault.NO_KEY : CertificateFault.SEVERAL_KEYS);
        }
        Block key = keys.get(0);
        return switch (key.label()) {
            case KEY -> rsa(new PKCS8EncodedKeySpec(bytes(key)));
            case ENCRYPTED_KEY -> rsa(decrypted(bytes(key), password));
            case "RSA PRIVATE KEY" -> throw new CertificateUnusable(CertificateFault.OLDER_FORM);
            default -> throw new CertificateUnusable(CertificateFault.NOT_RSA);
        };
    }

    private static PrivateKey rsa(PKCS8EncodedKeySpec key) throws CertificateUnusable {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(key);
        } catch (InvalidKeySpecException e) {
            throw new CertificateUnusable(CertificateFault.NOT_RSA);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] bytes, Secret password) throws CertificateUnusable {
        if (password.isEmpty()) {
            throw new CertificateUnusable(CertificateFault.PASSWORD_MISSING);
        }
        Cipher cipher;
        EncryptedPrivateKeyInfo info;
        try {
            info = new EncryptedPrivateKeyInfo(bytes);
            // PBES2 is the name of a family of algorithms; the parameters give the one that the factories know.
            String family = info.getAlgName();
            boolean named = family.startsWith("PBEWith");
            String algorithm = named ? family : info.getAlgParameters().toString();
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

    private static byte[] bytes(Block block) {
        return Base64.getMimeDecoder().decode(block.text());
    }
}
