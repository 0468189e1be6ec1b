package io.scimdoctor.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a text stands within quotes, in whatever order it is asked and however much of it has gone by. */
final class QuotesTest {
    private static final String RECORD =
            "{\"title\":\"a \\\"Park\\\" Stre'et\",\"url\":%22x y%22,b:'c \"d',%27\"e%27}\nno \\\n";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 12_000, 30_001})
    void neither_order_nor_dropped_text_changes_the_answer(int dropped) {
        StringBuilder text = new StringBuilder(RECORD.repeat(1_000));
        Quotes quotes = new Quotes(text);
        assertThat(quotes.at(dropped / 2)).isEqualTo(within(dropped / 2));

        quotes.drop(dropped);
        text.delete(0, dropped);

        int[] places = {0, 40_000 - dropped, 5, 39_990 - dropped, 20_000 - Math.min(dropped, 20_000), 3};
        for (int place : places) {
            assertThat(quotes.at(place)).as("at " + place).isEqualTo(within(dropped + place));
        }
    }

    @Test
    void many_places_of_a_long_line_cost_one_pass() throws IOException {
        double growth = Growth.of(100_000, 100_000_000L, 2.9, size -> {
            String line = "{\"active\":\"true\"},".repeat(size / 18);
            Quotes quotes = new Quotes(line);
            for (int at = 0; at < line.length(); at += 18) {
                assertThat(Excerpt.of(line, at, at + 1, quotes).quote()).isEmpty();
            }
        });

        assertThat(growth).isLessThan(2.9);
    }

    /** By reading the record that it stands in from its beginning. */
    private static String within(int place) {
        String open = "";
        for (int i = 0; i < place % RECORD.length(); i++) {
            for (String quote : List.of("\"", "%22", "'", "%27")) {
                if (RECORD.startsWith(quote, i) && (open.isEmpty() || open.equals(quote))) {
                    open = open.isEmpty() ? quote : "";
                    break;
                }
            }
            open = RECORD.charAt(i) == '\n' ? "" : open;
            i += RECORD.charAt(i) == '\\' ? 1 : 0;
        }
        return open;
    }
}
