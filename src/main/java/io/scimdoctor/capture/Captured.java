package io.scimdoctor.capture;

import io.scimdoctor.diagnosis.Recorded;
import io.scimdoctor.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One exchange out of a capture, and the place it was found at.
 *
 * @param recorded what it showed when it was recorded by scimdoctor itself, or null
 */
public record Captured(
        Source source, Exchange exchange, @Nullable Recorded recorded) {}
