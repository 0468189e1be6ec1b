package io.scimdoctor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written by its fields reads back the same. */
final class FieldsTest {
    private static final String TEXT = "{\"name\":\"a\",\"colour\":\"dark-red\",\"at\":\"2026-11-23T12:00:00Z\","
            + "\"pauseMs\":1500,\"status\":null,\"parts\":[{\"sizes\":[1,2],\"counts\":{\"dark-red\":7},\"open\":true}]}";

    private enum Colour {
        DARK_RED
    }

    /** Made by its fields alone. */
    @SuppressWarnings("unused")
    private record Thing(
            String name,
            Colour colour,
            Instant at,
            Duration pause,
            @Nullable Integer status,
            List<Part> parts) {
        Thing {
            Objects.requireNonNull(name);
        }
    }

    /** Has neither arguments nor final fields, which are read by their names alone. */
    @SuppressWarnings("unused")
    private static final class Part {
        private long[] sizes = {};
        private Map<Colour, Long> counts = new LinkedHashMap<>();
        private boolean open;
        private transient long uncounted = 3;
    }

    private record Amounts(BigDecimal usd, double share) {}

    private static String written(Object value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = JsonWriter.compact(text)) {
            json.object().putAll(value).endObject();
        }
        return text.toString();
    }

    @Test
    void records_and_classes_are_read_and_written() throws IOException {
        Thing thing = Fields.read(Json.read(TEXT), Thing.class);

        assertThat(thing.pause()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(thing.parts().get(0).counts).containsEntry(Colour.DARK_RED, 7L);
        assertThat(thing.parts().get(0).uncounted).isEqualTo(3);
        assertThat(written(thing)).isEqualTo(TEXT);
    }

    @Test
    void amounts_keep_their_decimals() throws IOException {
        assertThat(written(new Amounts(new BigDecimal("1.50"), 0.25))).isEqualTo("{\"usd\":1.50,\"share\":0.25}");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"a\"', null",
        "dark-red, light-red",
        "true, null",
        "2026-, x",
        "'\"status\":null,', ''",
        "'[{', '[7,{'"
    })
    void what_was_not_written_so_is_refused(String written, String damage) {
        String damaged = TEXT.replace(written, damage);

        assertThatThrownBy(() -> Fields.read(Json.readLeniently(damaged).node(), Thing.class))
                .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }
}
