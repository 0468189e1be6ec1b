package io.scimdoctor.capture.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.text.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A time read from bytes has to be the one that is read from text. */
final class ClockBytesTest {
    private final Random chance = new Random(3);
    private final ClockBytes clock = new ClockBytes();

    @Test
    void times_of_one_hour_and_of_the_next_are_those_of_the_slower_reader() {
        int accepted = 0;
        for (int i = 0; i < 50_000; i++) {
            String time = time(i);
            if (chance.nextInt(4) == 0) {
                int at = chance.nextInt(time.length());
                time = time.substring(0, at) + "0:-.9TZx".charAt(chance.nextInt(8)) + time.substring(at + 1);
            }
            byte[] bytes = Arrays.copyOf(time.getBytes(StandardCharsets.US_ASCII), 60);

            if (clock.rfc3339(bytes, 0, time.length())) {
                accepted++;
                assertThat(Instant.ofEpochSecond(clock.seconds(), clock.nanos()))
                        .as(time)
                        .isEqualTo(Times.parse(time));
            }
        }
        assertThat(accepted).isBetween(30_000, 49_000);
    }

    /** Some twenty times in a row lie in one hour; some days and hours there are not. */
    private String time(int i) {
        Random hour = new Random(i / 20);
        String fraction = chance.nextBoolean() ? "" : "." + chance.nextInt(1_000_000);
        return "%04d-%02d-%02dT%02d:%02d:%02d%sZ"
                .formatted(
                        2020 + hour.nextInt(9),
                        1 + hour.nextInt(13),
                        1 + hour.nextInt(31),
                        hour.nextInt(25),
                        chance.nextInt(60),
                        chance.nextInt(60),
                        fraction);
    }
}
