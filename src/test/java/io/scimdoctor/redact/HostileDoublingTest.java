package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import io.scimdoctor.token.PastedToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twice as much of anything takes the redaction about twice the time, and so does the search for tokens. */
final class HostileDoublingTest {
    private static final int SIZE = 25_000;
    private static final long MEASURABLE = 200_000_000L;

    private static final double MOST = 2.9;

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
    void the_time_grows_with_the_size() throws IOException {
        List<String> slow = new ArrayList<>();
        for (String piece : PIECES) {
            double growth = Growth.of(SIZE, MEASURABLE, MOST, size -> read(piece.repeat(size / piece.length())));
            if (growth > MOST) {
                slow.add(piece + " grows by " + growth);
            }
        }

        assertThat(slow).isEmpty();
    }

    private static void read(String text) {
        Redactor.seen(text);
        new Redaction(new PseudonymTable(), secret -> {}).body(text);
        PastedToken.of(text);
    }
}
