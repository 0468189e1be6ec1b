package io.scimdoctor.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import org.junit.jupiter.api.Test;

/** What a recorded run names is read back. */
final class RunReaderTest {
    @Test
    void the_id_of_every_condition_is_read_back() {
        for (Condition condition : Catalog.load().conditions()) {
            assertThat(RunReader.slug(condition.id())).isEqualTo(condition.id());
        }
    }

    @Test
    void a_word_that_is_no_condition_is_refused() {
        assertThatThrownBy(() -> RunReader.slug("zorblax")).isInstanceOf(IllegalArgumentException.class);
    }
}
