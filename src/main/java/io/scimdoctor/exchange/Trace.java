package io.scimdoctor.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call travelled: where it went, over what, and how long each phase took. A phase that did not happen, such as the
 * name look-up of a reused connection, is null.
 *
 * @param address the address that was connected to, with its port
 * @param proxy the proxy in between, without user information
 * @param tlsProtocol the negotiated version, such as {@code TLSv1.3}
 * @param tlsIssuer who issued the server's certificate
 * @param phases the times
 */
public record Trace(
        @Nullable String address,
        @Nullable String proxy,
        @Nullable String tlsProtocol,
        @Nullable String tlsIssuer,
        Phases phases) {
    /** What the proxy ends with when the answer is its own: its status then says nothing about the API. */
    public static final String PROXY_ANSWERED = " (answered itself)";

    public static final Trace NONE = new Trace(null, null, null, null, Phases.NONE);

    /** The time each phase took. */
    public record Phases(
            @Nullable Duration resolve,
            @Nullable Duration connect,
            @Nullable Duration tls,
            @Nullable Duration firstByte,
            @Nullable Duration total) {
        public static final Phases NONE = new Phases(null, null, null, null, null);
    }
}
