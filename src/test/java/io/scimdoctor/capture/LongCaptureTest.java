package io.scimdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.input.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A capture has no end that it must reach before its answers are known. */
@Execution(ExecutionMode.CONCURRENT)
final class LongCaptureTest {
    @Test
    void lines_flow_through() throws IOException {
        String line = "{\"status\":400,\"body\":\"" + "x".repeat(200) + "\"}\n";

        assertThat(countOf("", line, "", 200_000)).isEqualTo(200_000);
    }

    @Test
    void entries_flow_through() throws IOException {
        String entry = CaptureSamples.entry(400) + ",";

        assertThat(countOf("{\"log\":{\"entries\":[", entry, CaptureSamples.entry(401) + "]}}", 60_000))
                .isEqualTo(60_001);
    }

    private static long countOf(String start, String unit, String end, int times) throws IOException {
        Enumeration<InputStream> parts = Collections.enumeration(List.of(
                new ByteArrayInputStream(bytes(start)),
                new Repeating(bytes(unit), times),
                new ByteArrayInputStream(bytes(end))));
        long[] count = new long[1];
        CaptureReader.read(new SequenceInputStream(parts), "-", Hints.NONE, new CaptureSink() {
            @Override
            public void exchange(Captured captured) {
                count[0]++;
            }

            @Override
            public void unreadable(Unreadable unreadable) {
                throw new AssertionError(unreadable.reason());
            }
        });
        return count[0];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same bytes again and again. */
    private static final class Repeating extends InputStream {
        private final byte[] unit;
        private long left;
        private int position;

        Repeating(byte[] unit, int times) {
            this.unit = unit;
            this.left = (long) unit.length * times;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, unit.length - position), left);
            System.arraycopy(unit, position, target, offset, count);
            position = (position + count) % unit.length;
            left -= count;
            return count;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            int value = unit[position] & 0xFF;
            position = (position + 1) % unit.length;
            return value;
        }
    }
}
