package io.scimdoctor.capture;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what a capture yields when only the sums count; parts of the input may be summed up by several threads. */
public interface SummingSink extends CaptureSink {
    /** What was shown by the call that was handed over since this was last asked; null when there was not just one. */
    @Nullable
    Shown shown();

    /** Whether the request id of another call with this finding would be shown. */
    boolean wantsRequestId(@Nullable String finding);

    /**
     * Counts a call like an earlier one.
     *
     * @param requestId the service's id, if it is wanted and there is one
     * @return false when the call has to be read in full
     */
    boolean again(Shown earlier, @Nullable Instant at, @Nullable String requestId);

    /** An empty sink for a part of the input. */
    SummingSink part();

    /** Whether the sums are wanted now that this part is read; else all of it has to be read again, exchange by exchange. */
    default boolean isWanted(SummingSink part) {
        return true;
    }

    /**
     * Adds a part, in the order of the input.
     *
     * @param before how many lines stand before the part; the places in it count from its own start
     */
    void add(SummingSink part, long before) throws IOException;
}
