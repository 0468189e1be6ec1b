package io.scimdoctor.http;

import io.scimdoctor.http.tls.CaCertificates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings of a transport under test: each starts from what is usual. */
public final class UsualSettings {
    private final String userAgent;
    private final InstantSource clock;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(60);
    private @Nullable Instant deadline;
    private ProxySettings proxies = ProxySettings.NONE;
    private CaCertificates caCertificates = CaCertificates.NONE;
    private boolean insecure;
    private Set<String> allowedHosts = Set.of();
    private int maxBodyBytes = TransportSettings.MAX_BODY_BYTES;

    public UsualSettings(String userAgent, InstantSource clock) {
        this.userAgent = userAgent;
        this.clock = clock;
    }

    public UsualSettings connectTimeout(Duration value) {
        connectTimeout = value;
        return this;
    }

    public UsualSettings requestTimeout(Duration value) {
        requestTimeout = value;
        return this;
    }

    public UsualSettings deadline(@Nullable Instant value) {
        deadline = value;
        return this;
    }

    public UsualSettings proxies(ProxySettings value) {
        proxies = value;
        return this;
    }

    public UsualSettings caCertificates(CaCertificates value) {
        caCertificates = value;
        return this;
    }

    public UsualSettings insecure(boolean value) {
        insecure = value;
        return this;
    }

    public UsualSettings allowedHosts(Set<String> value) {
        allowedHosts = value;
        return this;
    }

    public UsualSettings maxBodyBytes(int value) {
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
