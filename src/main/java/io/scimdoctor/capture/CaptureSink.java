package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.input.Unreadable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes what a capture yields, in its order and while it is still being read. */
public interface CaptureSink {
    void exchange(Captured captured) throws IOException;

    /** A part that could not be read is skipped, unless the sink counts those, too. */
    default void unreadable(Unreadable unreadable) throws IOException {}

    /**
     * This sink, once it only sums up and no longer needs each exchange; null until then.
     *
     * @param ahead whether more is to come than was looked at; then the sink may give sums before it knows that there are too
     *     many exchanges to list, and {@link SummingSink#isWanted} says once there are
     */
    default @Nullable SummingSink summing(boolean ahead) {
        return null;
    }

    /** Takes a JSON value that stands in a list, or on a line, for what it is; false when it is to be read as an answer. */
    default boolean value(long index, JsonNode value) throws IOException {
        return false;
    }

    /** Takes a text that is no list of values for what it is; false when it is to be read as answers. */
    default boolean text(String text) throws IOException {
        return false;
    }
}
