package io.scimdoctor.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines for a reader, within the width of the terminal. */
final class TextPageTest {
    private static final String FITS = "https://learn.microsoft.com/graph/errors";
    private static final String LONG = "https://learn.microsoft.com/entra/identity-platform/reference-error-codes";
    private static final String LONGER =
            "https://learn.microsoft.com/entra/identity/app-provisioning/entra-id-scim-api-reference";

    @Test
    void a_url_that_does_not_fit_behind_its_label_stands_on_a_line_of_its_own() throws IOException {
        assertThat(wrapped("      Read    ", FITS)).isEqualTo("      Read    " + FITS + "\n");
        assertThat(wrapped("      Read    ", LONG)).isEqualTo("      Read\n    " + LONG + "\n");
        assertThat(wrapped("      Read    ", LONGER)).isEqualTo("      Read\n" + LONGER + "\n");
    }

    @Test
    void a_url_below_another_leaves_no_empty_line() throws IOException {
        assertThat(wrapped("              ", LONGER)).isEqualTo(LONGER + "\n");
    }

    @Test
    void a_url_in_a_sentence_is_never_broken_and_the_sentence_goes_on_below_it() throws IOException {
        assertThat(wrapped("1. ", "Read " + LONGER + " and do what it says."))
                .isEqualTo("1. Read\n" + LONGER + "\n   and do what it says.\n");
    }

    @Test
    void another_word_that_no_line_can_hold_goes_on_behind_one_of_its_signs() throws IOException {
        String name = "urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:CustomSecurityAttributes";

        assertThat(wrapped("  name  ", name + " is new")).isEqualTo("""
                          name  urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:
                                CustomSecurityAttributes is new
                        """);
        String margin = " ".repeat(38);
        assertThat(wrapped(margin, "Identifier:5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff"))
                .isEqualTo(margin + "Identifier:\n" + margin + "5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff\n");
        assertThat(wrapped("", "x".repeat(100))).isEqualTo("x".repeat(80) + "\n" + "x".repeat(20) + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 ms,", "65.00 %", "1,200 s.", "64 min", "416 d", "2 h)"})
    void a_number_is_never_parted_from_its_unit(String amount) throws IOException {
        String before = "x".repeat(80 - amount.length());

        assertThat(wrapped("", before + " " + amount + " ago")).isEqualTo(before + "\n" + amount + " ago\n");
    }

    @Test
    void a_number_is_parted_from_any_other_word() throws IOException {
        String before = "x".repeat(78);

        assertThat(wrapped("", before + " 8 sets")).isEqualTo(before + " 8\nsets\n");
        assertThat(wrapped("", before + " A ms")).isEqualTo(before + " A\nms\n");
    }

    @Test
    void two_blanks_at_the_end_of_a_line_leave_none_on_the_next() throws IOException {
        String line = "x".repeat(80);

        assertThat(wrapped("", line + "  (issuer)")).isEqualTo(line + "\n(issuer)\n");
    }

    private static String wrapped(String first, String text) throws IOException {
        StringBuilder out = new StringBuilder();
        new TextPage(out, Style.PLAIN).wrapped(first, text);
        return out.toString();
    }
}
