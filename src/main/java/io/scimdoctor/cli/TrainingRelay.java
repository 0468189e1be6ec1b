package io.scimdoctor.cli;

import io.scimdoctor.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Puts TLS before a simulator. The key is in the program and so protects nothing: it is here because a JVM makes a key and
 * a certificate in no other way than by a second program, and it is trusted only where {@link #certificate} is named.
 */
final class TrainingRelay implements AutoCloseable {
    private static final String ALIAS = "training";
    private static final char[] PASSWORD = ALIAS.toCharArray();

    private final int inner;
    private final SSLServerSocket listener;
    private final Path certificate;

    TrainingRelay(Simulator simulator) throws IOException, GeneralSecurityException {
        inner = simulator.port();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = TrainingRelay.class.getResourceAsStream("training.p12")) {
            keys.load(stored, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        certificate = Files.createTempFile("scimdoctor", ".pem");
        String encoded = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate(ALIAS).getEncoded());
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
        daemon(this::accept);
    }

    String authority() {
        return "https://localhost:" + listener.getLocalPort();
    }

    /** The file of the certificate that the relay shows. */
    Path certificate() {
        return certificate;
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket outside = listener.accept();
            Socket inside = new Socket(InetAddress.getLoopbackAddress(), inner);
            daemon(() -> inside.getInputStream().transferTo(outside.getOutputStream()));
            daemon(() -> outside.getInputStream().transferTo(inside.getOutputStream()));
        }
    }

    /** Something that ends when a connection does. */
    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One of the two sides is gone, and so is the reason for this thread.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        Files.delete(certificate);
    }
}
