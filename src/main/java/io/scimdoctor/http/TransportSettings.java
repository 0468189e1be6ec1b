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
    private static final int DEFAULT_MAX_BODY_BYTES = 4 * 1024 * 1024;

    public TransportSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** Starts from the defaults: 10 s to connect, 60 s of silence, no proxy, 4 MiB. */
    public static Builder builder(String userAgent, InstantSource clock) {
        return new Builder(userAgent, clock);
    }

    /** Such as {@code scimdoctor/0.1.0 (Linux amd64; Java 17)}. */
    public static String userAgent(String version) {
        String system = System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", "unknown");
        return "scimdoctor/" + version + " (" + system + "; Java "
                + Runtime.version().feature() + ")";
    }

    /** Collects the settings that differ from the defaults. */
    public static final class Builder {
        private final String userAgent;
        private final InstantSource clock;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration requestTimeout = Duration.ofSeconds(60);
        private @Nullable Instant deadline;
        private ProxySettings proxies = ProxySettings.NONE;
        private CaCertificates caCertificates = CaCertificates.NONE;
        private boolean insecure;
        private Set<String> allowedHosts = Set.of();
        private int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;

        private Builder(String userAgent, InstantSource clock) {
            this.userAgent = userAgent;
            this.clock = clock;
        }

        public Builder connectTimeout(Duration value) {
            connectTimeout = value;
            return this;
        }

        public Builder requestTimeout(Duration value) {
            requestTimeout = value;
            return this;
        }

        public Builder deadline(@Nullable Instant value) {
            deadline = value;
            return this;
        }

        public Builder proxies(ProxySettings value) {
            proxies = value;
            return this;
        }

        public Builder caCertificates(CaCertificates value) {
            caCertificates = value;
            return this;
        }

        public Builder insecure(boolean value) {
            insecure = value;
            return this;
        }

        public Builder allowedHosts(Set<String> value) {
            allowedHosts = value;
            return this;
        }

        public Builder maxBodyBytes(int value) {
            maxBodyBytes = value;
            return this;
        }

        public TransportSettings build() {
            return new TransportSettings(
                    connectTimeout,
                    requestTimeout,
                    deadline,
                    proxies,
                    caCertificates,
                    insecure,
                    allowedHosts,
                    maxBodyBytes,
                    userAgent,
                    clock);
        }
    }
}
