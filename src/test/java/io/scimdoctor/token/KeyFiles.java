package io.scimdoctor.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes certificates and their keys with the JDK's keytool, in all the forms in which people have them. */
public final class KeyFiles {
    /** Of every file that has one. */
    public static final String PASSWORD = "Zq-canary-Passw0rd";

    /** The object identifier 1.2.840.113549.1.5.13. */
    private static final byte[] PBES2 = HexFormat.of().parseHex("06092a864886f70d01050d");

    private final Path folder;

    public KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** A PKCS#12 file with one RSA key; the name is its alias too. Options of keytool, such as -startdate, may follow. */
    public Path pkcs12(String name, String... options) {
        Path store = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Xshare:auto", "-genkeypair", "-alias", name));
        boolean other = List.of(options).contains("-keyalg");
        command.addAll(other ? List.of() : List.of("-keyalg", "RSA", "-keysize", "2048"));
        command.addAll(List.of("-dname", "CN=" + name + ", O=Contoso", "-keystore", store.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(options));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    /** A PEM file with what these texts hold. */
    public Path pem(String name, String... blocks) {
        return write(folder.resolve(name), String.join("", blocks).getBytes(StandardCharsets.UTF_8));
    }

    /** The certificate of a PKCS#12 file. */
    public X509Certificate certificate(String name) throws GeneralSecurityException, IOException {
        return (X509Certificate) store(name).getCertificate(name);
    }

    /** The certificate of a PKCS#12 file, as a block of a PEM file. */
    public String certificateBlock(String name) throws GeneralSecurityException, IOException {
        return block("CERTIFICATE", certificate(name).getEncoded());
    }

    /** The key of a PKCS#12 file, as a block of a PEM file. */
    public String keyBlock(String name) throws GeneralSecurityException, IOException {
        return block("PRIVATE KEY", key(name).getEncoded());
    }

    /** The same, encrypted with the password. */
    public String encryptedKeyBlock(String name) throws GeneralSecurityException, IOException {
        String algorithm = "PBEWithHmacSHA256AndAES_256";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(PASSWORD.toCharArray())));
        byte[] encrypted = cipher.doFinal(key(name).getEncoded());
        // The JDK reads this form of PKCS#8, but writes older ones only.
        byte[] scheme = der(0x30, PBES2, cipher.getParameters().getEncoded());
        return block("ENCRYPTED PRIVATE KEY", der(0x30, scheme, der(0x04, encrypted)));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (content.size() > 127) {
            value.write(0x82);
            value.write(content.size() >> 8);
        }
        value.write(content.size());
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    public PrivateKey key(String name) throws GeneralSecurityException, IOException {
        return (PrivateKey) store(name).getKey(name, PASSWORD.toCharArray());
    }

    /** The key's bytes as they stand in a PEM file, without line breaks: what must never come out. */
    public String secret(String name) throws GeneralSecurityException, IOException {
        return Base64.getEncoder().encodeToString(key(name).getEncoded());
    }

    /** A block of a PEM file. */
    public static String block(String label, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    public Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
