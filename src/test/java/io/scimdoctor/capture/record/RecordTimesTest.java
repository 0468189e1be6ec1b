package io.scimdoctor.capture.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as numbers, in each of the units that logs and traces count in, and paths that are none of the call. */
final class RecordTimesTest {
    @ParameterizedTest
    @CsvSource({
        "1775210400.123",
        "1775210400123",
        "1775210400123456",
        "1775210400123456789",
    })
    void the_size_of_a_number_tells_its_unit(String number) {
        Reading reading = Reading.of("{\"timestamp\":" + number
                + ",\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"status\":403}");

        assertThat(reading.only().at()).isEqualTo(Instant.parse("2026-04-03T10:00:00.123Z"));
    }

    /** Jaeger and Zipkin count how long a call took in millionths of a second, too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"traceID\":\"a\",\"startTime\":1775210400123456,\"duration\":120345,\"tags\":["
                        + "{\"key\":\"http.url\",\"value\":\"https://graph.microsoft.com/rp/scim/users\"},"
                        + "{\"key\":\"http.status_code\",\"value\":403}]}",
                "{\"traceId\":\"a\",\"timestamp\":1775210400123456,\"duration\":120345,\"localEndpoint\":{},"
                        + "\"tags\":{\"http.url\":\"https://graph.microsoft.com/rp/scim/users\",\"http.status_code\":\"403\"}}",
            })
    void a_span_has_its_time(String span) {
        assertThat(Reading.of(span).only().at()).isEqualTo(Instant.parse("2026-04-03T10:00:00.123Z"));
        assertThat(Reading.of(span).only().trace().phases().total()).isNull();
    }

    /** The path is the one that was called at the user's own service. */
    @ParameterizedTest
    @ValueSource(strings = {"/users", "/api/employees/sync", "/actuator/health"})
    void what_spring_answers_names_no_call_of_the_api(String path) {
        Reading reading = Reading.of("{\"timestamp\":\"2026-04-03T10:00:00.000+00:00\",\"status\":500,"
                + "\"error\":\"Internal Server Error\",\"path\":\"" + path + "\"}");

        assertThat(reading.only().request().url()).isNull();
    }
}
