package io.scimdoctor.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Makes certificates with the JDK's keytool, for servers that exist during one test class. */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    /** A key store with one self-signed key; the alias is also the file's name. */
    Path create(String alias, String... options) throws IOException, InterruptedException {
        Path store = folder.resolve(alias + ".p12");
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias));
        arguments.addAll(List.of("-dname", "CN=" + alias + ", O=Example\\, Ltd"));
        arguments.addAll(List.of(options));
        keytool(store, arguments);
        return store;
    }

    /** A key store with one key that the key of another store has signed. */
    Path createSigned(String alias, String signer, String... options)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(alias + ".p12");
        Files.copy(folder.resolve(signer + ".p12"), store);
        List<String> signed = new ArrayList<>(List.of(options));
        signed.addAll(List.of("-signer", signer));
        create(alias, signed.toArray(String[]::new));
        KeyStore keys = load(store);
        keys.deleteEntry(signer);
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD);
        }
        return store;
    }

    /** The certificate of a key store as a PEM file. */
    Path pem(String alias) throws IOException, GeneralSecurityException {
        return writePem(load(folder.resolve(alias + ".p12")), alias);
    }

    private Path writePem(KeyStore keys, String alias) throws IOException, GeneralSecurityException {
        String base64 = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate(alias).getEncoded());
        return Files.writeString(
                folder.resolve(alias + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    /** What a server with this key listens with. */
    static SSLServerSocketFactory server(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = load(store);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        // Its own certificate is the only client it would believe.
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context.getServerSocketFactory();
    }

    private void keytool(Path store, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Xshare:auto"));
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", String.valueOf(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + output);
        }
    }
}
