package io.scimdoctor.simulator.wire;

import java.time.Instant;

/** When a request was received by the server's clock, and under which ids. */
public record Moment(Instant at, String requestId, String clientRequestId) {}
