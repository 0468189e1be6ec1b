package io.scimdoctor.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a text stands within quotes, in whatever order it is asked and however much of it has gone by. */
final class QuotesTest {
    private static final String RECORD = "{\"title\":\"a \\\"Park\\\" Street\",\"url\":%22x y%22}\nno \\\n";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 12_000, 30_001})
    void neither_order_nor_dropped_text_changes_the_answer(int dropped) {
        StringBuilder text = new StringBuilder(RECORD.repeat(1_000));
        Quotes quotes = new Quotes(text);
        assertThat(quotes.hold(dropped / 2)).isEqualTo(isWithin(dropped / 2));

        quotes.drop(dropped);
        text.delete(0, dropped);

        int[] places = {0, 40_000 - dropped, 5, 39_990 - dropped, 20_000 - Math.min(dropped, 20_000), 3};
        for (int place : places) {
            assertThat(quotes.hold(place)).as("at " + place).isEqualTo(isWithin(dropped + place));
        }
    }

    @Test
    void many_places_of_a_long_line_cost_one_pass() throws IOException {
        double growth = Growth.of(100_000, 100_000_000L, 2.9, size -> {
            String line = "{\"active\":\"true\"},".repeat(size / 18);
            Quotes quotes = new Quotes(line);
            for (int at = 0; at < line.length(); at += 18) {
                assertThat(Excerpt.of(line, at, at + 1, quotes).quoted()).isFalse();
            }
        });

        assertThat(growth).isLessThan(2.9);
    }

    /** By counting the quotes of the record that it stands in. */
    private static boolean isWithin(int place) {
        boolean within = false;
        String before = RECORD.substring(0, place % RECORD.length());
        String line = before.substring(before.lastIndexOf('\n') + 1);
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"' || RECORD.startsWith("%22", i)) {
                within = !within;
            }
        }
        return within;
    }
}
