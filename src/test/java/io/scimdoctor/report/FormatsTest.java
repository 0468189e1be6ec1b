package io.scimdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FormatsTest {
    @Test
    void every_name_of_the_help_leads_to_a_format() {
        assertThat(Formats.CHECK)
                .allSatisfy(name -> assertThat(Formats.check(name)).isNotNull());
        assertThat(Formats.DIAGNOSIS)
                .allSatisfy(name -> assertThat(Formats.diagnosis(name)).isNotNull());
    }

    @Test
    void a_format_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> Formats.check("ndjson")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Formats.diagnosis("xml")).isInstanceOf(IllegalArgumentException.class);
    }
}
