package io.scimdoctor.watch.tally;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** How long calls took, each counted from the time it was due. Its size does not depend on how many there were. */
public final class Latency {
    /** A call that takes longer than these milliseconds is counted as one of this length. */
    private static final long LONGEST = Duration.ofDays(1).toMillis();

    private static final int DIGITS = 3;

    private final Histogram histogram;

    Latency() {
        this(new Histogram(LONGEST, DIGITS));
    }

    private Latency(Histogram histogram) {
        this.histogram = histogram;
    }

    void add(Duration duration) {
        histogram.recordValue(Math.max(0, Math.min(duration.toMillis(), LONGEST)));
    }

    /** How many times were counted. */
    public long samples() {
        return histogram.getTotalCount();
    }

    /** The time that so many percent did not exceed, in milliseconds. */
    public long millis(double percent) {
        return samples() == 0 ? 0 : histogram.getValueAtPercentile(percent);
    }

    /** In milliseconds. */
    public long most() {
        return histogram.getMaxValue();
    }

    /** All together, in milliseconds; exact to a tenth of a percent. */
    public long sum() {
        return samples() == 0 ? 0 : Math.round(histogram.getMean() * samples());
    }

    /** All of it, to be read back. */
    String text() {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        byte[] bytes = Arrays.copyOf(buffer.array(), length);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when it is none that was written here */
    static Latency read(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try {
            return new Latency(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), LONGEST));
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("the latencies are damaged", e);
        }
    }
}
