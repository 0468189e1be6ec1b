package io.scimdoctor.capture.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.source.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time have to give what one byte at a time gives. */
final class EightBytesTest {
    private final Random chance = new Random(5);

    @Test
    void hexadecimal_digits_are_told_from_every_other_byte_at_every_place() {
        for (int place = 0; place < 8; place++) {
            for (int value = 0; value < 256; value++) {
                byte[] bytes = "09afAF5b".getBytes(StandardCharsets.US_ASCII);
                bytes[place] = (byte) value;

                boolean hex = value < 128 && Character.digit(value, 16) >= 0;
                assertThat(EightBytes.areHex(EightBytes.at(bytes, 0))).isEqualTo(hex);
            }
        }
    }

    @Test
    void the_first_difference_is_found() {
        for (int i = 0; i < 10_000; i++) {
            byte[] one = new byte[40];
            byte[] other = new byte[50];
            chance.nextBytes(one);
            int shift = chance.nextInt(10);
            System.arraycopy(one, 0, other, shift, one.length);
            other[shift + chance.nextInt(32)] ^= (byte) (1 << chance.nextInt(8));
            int from = chance.nextInt(8);
            int to = from + chance.nextInt(32 - from);

            int mismatch = Arrays.mismatch(one, from, to, other, from + shift, to + shift);
            assertThat(EightBytes.mismatch(one, from, to, other, shift)).isEqualTo(mismatch < 0 ? to : from + mismatch);
        }
    }

    @Test
    void a_byte_is_found_at_its_first_place() {
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[48];
            chance.nextBytes(bytes);
            int at = chance.nextInt(40);
            bytes[at] = '-';
            int first = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('-');

            assertThat(EightBytes.find(bytes, 0, 40, '-')).isEqualTo(first);
        }
    }

    @Test
    void escaped_quotes_are_passed_over_up_to_whatever_else_needs_a_look() {
        String[] pieces = {"\\\"", "\\\"", "\\\"", "a", "#", "]", "d", "s", "é", "\"", "\\", "\n", "\\\\\""};
        int stopped = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 12; piece++) {
                text.append(pieces[chance.nextInt(chance.nextInt(4) == 0 ? pieces.length : 6)]);
            }
            byte[] bytes = (text + "\"").getBytes(StandardCharsets.UTF_8);
            int wanted = stop(bytes);
            int behind = EightBytes.escapedQuotes(Arrays.copyOf(bytes, bytes.length + ByteSource.PADDING), 0);

            assertThat(behind).as(text.toString()).isBetween(0, wanted);
            // Never is it inside an escape.
            assertThat(boundary(bytes, behind)).as(text.toString()).isTrue();
            stopped += wanted - behind < 16 ? 1 : 0;
        }
        assertThat(stopped).isGreaterThan(45_000);
    }

    /** The first escape that is not of a quote or that has a "d" or "s" behind it, or the first other special byte. */
    private static int stop(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] == '\\') {
                if (i + 1 == bytes.length) {
                    return i;
                }
                if (bytes[i + 1] != '"' || (i + 2 < bytes.length && (bytes[i + 2] == 'd' || bytes[i + 2] == 's'))) {
                    return i;
                }
                i += 2;
            } else if (bytes[i] == '"' || (bytes[i] >= 0 && bytes[i] < ' ')) {
                return i;
            } else {
                i++;
            }
        }
        return i;
    }

    private static boolean boundary(byte[] bytes, int position) {
        int i = 0;
        while (i < position) {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i == position;
    }
}
