package io.scimdoctor.capture;

import io.scimdoctor.diagnosis.Caller;
import io.scimdoctor.diagnosis.Recorded;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.input.Source;
import org.jspecify.annotations.Nullable;

/**
 * One exchange out of a capture, the place it was found at, and who made it.
 *
 * @param recorded what it showed when it was recorded by scimdoctor itself, or null
 */
public record Captured(
        Source source,
        Exchange exchange,
        Caller caller,
        @Nullable Recorded recorded) {}
