package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.token.PastedToken;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twice as much of anything takes the redaction about twice the time, and so does the search for tokens. */
final class HostileDoublingTest {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int SIZE = 25_000;
    /** What takes less for the double size says nothing about growth, and hurts nobody. */
    private static final long MEASURABLE = 200_000_000L;

    private static final double MOST = 2.9;
    private static final int TRIES = 3;

    /** What makes the redaction look closer, again and again. */
    private static final List<String> PIECES = List.of(
            "password ",
            "password:",
            "\"password\", \"",
            "password(",
            "password|",
            "password\n",
            "password</a>\n",
            "password a=\"b\" ",
            "key for of ",
            "key key: ",
            "token: >-\n    ",
            "name=\"password\"\n",
            "\"\"password\"\":\"\"",
            "\\",
            "\\\\\\\"",
            "%25",
            "&amp;",
            "\u00E4",
            "curl -u ",
            "curl -b ",
            "login ",
            "mysql ",
            "credential(,",
            "value='",
            "'",
            "-----BEGIN A-----",
            "eyJhbGciOiJub25lIn0.",
            "https://a:",
            "+49 ",
            "a@b.");

    @Test
    void the_time_grows_with_the_size() {
        List<String> slow = new ArrayList<>();
        for (String piece : PIECES) {
            double growth = growth(piece);
            if (growth > MOST) {
                slow.add(piece + " grows by " + growth);
            }
        }

        assertThat(slow).isEmpty();
    }

    /** The least of several, since whatever else runs here only ever adds. */
    private static double growth(String piece) {
        long twice = time(piece, 2 * SIZE);
        if (twice < MEASURABLE) {
            return 0;
        }
        long once = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            once = Math.min(once, time(piece, SIZE));
            twice = Math.min(twice, time(piece, 2 * SIZE));
        }
        return (double) twice / once;
    }

    private static long time(String piece, int size) {
        String text = piece.repeat(size / piece.length());
        long start = CLOCK.getCurrentThreadCpuTime();
        Redactor.seen(text);
        new Redaction(new PseudonymTable(), secret -> {}).body(text);
        PastedToken.of(text);
        return CLOCK.getCurrentThreadCpuTime() - start;
    }
}
