package io.scimdoctor.simulator;

import java.time.Instant;

/** When a request was received by the server's clock, and under which ids. */
record Moment(Instant at, String requestId, String clientRequestId) {}
