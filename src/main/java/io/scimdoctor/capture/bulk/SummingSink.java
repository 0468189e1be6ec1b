package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what a capture yields when only the sums count; parts of the input may be summed up by several threads. */
public interface SummingSink extends CaptureSink {
    /** One call succeeded; more of it need not be read. */
    void succeeded(@Nullable Instant at);

    /** The call that was handed over since this was last asked, when it was the only one and succeeded; else null. */
    @Nullable
    Captured onlySuccess();

    /** An empty sink for a part of the input. */
    SummingSink part();

    /**
     * Adds a part, in the order of the input.
     *
     * @param before how many lines stand before the part; the places in it count from its own start
     */
    void add(SummingSink part, long before);
}
