package io.scimdoctor.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is coloured and said while a line is typed. */
final class LineHighlighterTest {
    private BlankTerminal terminal;
    private LineReader reader;

    @BeforeEach
    void open() throws IOException {
        terminal = new BlankTerminal();
        reader = terminal.reader();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    private AttributedString highlighted(String line) {
        return new LineHighlighter(true).highlight(reader, line);
    }

    private static String styled(AttributedString text, AttributedStyle style) {
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.styleAt(i).equals(style)) {
                found.append(text.charAt(i));
            }
        }
        return found.toString();
    }

    @Test
    void operators_and_values_of_a_filter_have_colours_of_their_own() {
        AttributedString line = highlighted("lint filter userName eq \"a and b\" and active eq true");

        assertThat(styled(line, AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)))
                .isEqualTo("eqandeq");
        assertThat(styled(line, AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)))
                .isEqualTo("\"a and b\"");
    }

    @Test
    void what_the_api_refuses_is_marked_and_explained_behind_the_line() {
        AttributedString line = highlighted("lint filter userName lt \"a\" and active eq true");

        assertThat(styled(
                        line,
                        AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).underline()))
                .isNotEmpty();
        assertThat(reader.getTailTip()).contains("'lt'");
    }

    @Test
    void what_is_still_being_typed_is_no_fault_yet() {
        highlighted("lint filter userName e");

        assertThat(reader.getTailTip()).isEmpty();
    }

    @Test
    void a_filter_that_is_right_for_groups_is_right() {
        highlighted("lint filter members.value eq \"11111111-2222-3333-4444-555555555555\" and displayName eq \"a\"");

        assertThat(reader.getTailTip()).isEmpty();
    }

    @Test
    void other_lines_stay_as_they_are_and_take_the_explanation_away() {
        highlighted("lint filter userName lt \"a\" and active eq true");

        AttributedString line = highlighted("explain \"eq\" and userName lt");

        assertThat(line).isEqualTo(new AttributedString("explain \"eq\" and userName lt"));
        assertThat(reader.getTailTip()).isEmpty();
    }

    @Test
    void without_colour_the_explanation_stays() {
        String typed = "lint filter userName lt \"a\" and active eq true";

        AttributedString line = new LineHighlighter(false).highlight(reader, typed);

        assertThat(line).isEqualTo(new AttributedString(typed));
        assertThat(reader.getTailTip()).contains("'lt'");
    }

    @Test
    void no_line_is_shortened_or_lengthened_by_its_colours() {
        for (String typed : new String[] {
            "lint filter", "lint filter ", "lint filter \"", "lint filter (((", "lint filter 'userName eq \"a\"'"
        }) {
            assertThat(highlighted(typed).toString()).isEqualTo(typed);
        }
    }
}
