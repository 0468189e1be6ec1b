package io.scimdoctor.http;

import io.scimdoctor.http.tls.CaCertificates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transport needs to know.
 *
 * @param connectTimeout the longest wait for name and connection together, and again for the TLS handshake
 * @param requestTimeout the longest wait without a single byte
 * @param deadline when every call must have ended, or null
 * @param proxies which proxy stands before which host
 * @param caCertificates which issuers are trusted in addition to the JDK's own
 * @param insecure whether any server certificate is accepted
 * @param allowedHosts the hosts, in lower case, that may get a token beside Microsoft's own and loopback
 * @param maxBodyBytes the largest answer, before and after decompression
 * @param userAgent the User-Agent header
 * @param clock tells the time of each request
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration requestTimeout,
        @Nullable Instant deadline,
        ProxySettings proxies,
        CaCertificates caCertificates,
        boolean insecure,
        Set<String> allowedHosts,
        int maxBodyBytes,
        String userAgent,
        InstantSource clock) {
    public static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    /** Such as {@code scimdoctor/0.1.0 (Linux amd64; Java 17)}. */
    public static String userAgent(String version) {
        String system = System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", "unknown");
        return "scimdoctor/" + version + " (" + system + "; Java "
                + Runtime.version().feature() + ")";
    }
}
