package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of structured logs, as many libraries write them, that tell in words alone whether a call failed. */
final class LoggedFailuresTest {
    private static final String SUCCESS =
            "{\"level\":\"info\",\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"status\":200}";

    static Stream<String> failing() throws IOException {
        return records("failing-records.ndjson");
    }

    static Stream<String> fine() throws IOException {
        return records("fine-records.ndjson");
    }

    private static Stream<String> records(String file) throws IOException {
        try (InputStream in = LoggedFailuresTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("failing")
    void a_record_that_says_so_is_counted_wherever_it_stands(String record) {
        for (String log : List.of(
                SUCCESS + "\n" + record + "\n" + SUCCESS + "\n",
                record + "\n" + SUCCESS + "\n",
                "[" + SUCCESS + ",\n" + record + "]",
                "{\"hits\":{\"hits\":[{\"_id\":\"a\",\"_source\":" + SUCCESS + "},{\"_id\":\"b\",\"_source\":" + record
                        + "}]}}")) {
            assertThat(Reading.of(log).mentionsFailure()).as(log).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("failing")
    void alone_it_shows_no_call(String record) {
        Reading reading = Reading.of(record);

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("fine")
    void the_level_of_a_record_outranks_its_words(String record) {
        for (String log : List.of(SUCCESS + "\n" + record + "\n", "[" + SUCCESS + "," + record + "]")) {
            assertThat(Reading.of(log).fails()).as(log).isFalse();
        }
    }

    /** A status that a sentence names is no answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "the status is 200",
                "The status was 200 OK.",
                "the status is 403",
                "The response status code was 200 and everything works",
                "It returns status 401 every time",
            })
    void a_sentence_about_a_status_is_no_call(String sentence) {
        assertThat(Reading.of(sentence).captured()).isEmpty();
    }

    @Test
    void a_success_that_stands_at_the_level_of_a_failure_and_says_so_is_not_healthy() {
        String call = "\"url\":\"https://graph.microsoft.com/rp/scim/Users\",\"status\":200}\n";

        Reading failed = Reading.of("{\"level\":\"error\",\"msg\":\"scim call failed\"," + call);
        Reading told = Reading.of("{\"level\":\"info\",\"msg\":\"no scim call failed\"," + call);
        Reading loud = Reading.of("{\"level\":\"error\",\"msg\":\"page read\"," + call);

        assertThat(failed.mentionsFailure()).isTrue();
        assertThat(told.mentionsFailure()).isFalse();
        assertThat(loud.mentionsFailure()).isFalse();
    }
}
