package io.scimdoctor.cli.live;

import io.scimdoctor.server.LoopbackAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that make clients trust a simulator with TLS, for as long as it runs; they hold nothing secret. */
final class SimulatorTrust implements AutoCloseable {
    /** Java refuses a trust store without a password; this one protects nothing. */
    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path pem;
    private final Path store;

    private final int port;

    SimulatorTrust(LoopbackAuthority authority, int port) throws IOException {
        this.port = port;
        folder = Files.createTempDirectory("scimdoctor-");
        pem = Files.writeString(folder.resolve("authority.pem"), authority.pem());
        store = folder.resolve("authority.p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setCertificateEntry("scimdoctor-simulator", authority.certificate());
            keys.store(out, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /**
     * The variables by which curl, Python, OpenSSL, Node and Java take the authority. The simulator is their proxy, too:
     * login libraries ask the global login host about every other authority, and Azure's for Java takes a proxy from the
     * environment only where Java may ask the system for one.
     */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        List.of("SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")
                .forEach(name -> environment.put(name, pem.toString()));
        environment.put("HTTPS_PROXY", "http://127.0.0.1:" + port);
        environment.put("NO_PROXY", "127.0.0.1,localhost");
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + store + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD
                        + " -Djava.net.useSystemProxies=true");
        return environment;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pem);
        Files.deleteIfExists(store);
        Files.deleteIfExists(folder);
    }
}
