package io.scimdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.input.Source;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredCaptureTest {
    @Test
    void every_line_of_the_corpus_comes_out_as_it_went_in() throws IOException {
        String corpus;
        try (InputStream in = getClass().getResourceAsStream("/io/scimdoctor/corpus/responses.ndjson")) {
            corpus = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> lines = corpus.lines().toList();

        Reading reading = Reading.of(corpus);

        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.captured()).hasSizeGreaterThan(90).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = Json.read(lines.get(i));
            Captured captured = reading.captured().get(i);
            assertThat(captured.source())
                    .isEqualTo(new Source("-", i + 1, line.path("id").textValue()));
            String sent = line.path("request").path("method").textValue() + " "
                    + line.path("request").path("url").textValue() + " ";
            if (!line.has("status")) {
                assertThat(Reading.line(captured.exchange()))
                        .isEqualTo(sent + line.path("expect").path("condition").textValue());
                continue;
            }
            assertThat(Reading.line(captured.exchange()))
                    .isEqualTo(sent + line.path("status").intValue() + " "
                            + line.path("body").textValue().replace("\uFEFF", ""));
            assertThat(answer(captured.exchange()).headers().fields())
                    .hasSize(line.path("headers").size());
        }
    }

    private static Answered answer(Exchange exchange) {
        return Objects.requireNonNull(exchange.answer());
    }

    @Test
    void a_line_needs_only_a_status() {
        assertThat(Reading.of("{\"status\":400}\n{\"status\":\"404 Not Found\"}\n")
                        .lines())
                .containsExactly("1 null null 400 ", "2 null null 404 ");
    }

    @Test
    void headers_and_bodies_may_have_several_forms() {
        String text = """
                {"status":400,"headers":{"a":["b","c"]},"body":{"x":[1,2.5,null,true]}}
                {"status":400,"headers":[{"name":"a","value":"b"},["d","e"],7],"method":"get","url":"/u"}
                """;

        Reading reading = Reading.of(text);

        assertThat(reading.lines()).containsExactly("1 null null 400 {\"x\":[1,2.5,null,true]}", "2 GET /u 400 ");
        assertThat(answer(reading.captured().get(0).exchange()).headers().fields())
                .hasSize(2);
        assertThat(answer(reading.captured().get(1).exchange()).headers().first("d"))
                .contains("e");
    }

    @Test
    void garbage_lines_are_reported_with_their_number_and_passed_over() {
        String text = "not json at all\n{\"id\":\"a\",\"status\":400}\n{\"broken\n\n[1]\n{\"x\":1}\n{\"status\":404}";

        Reading reading = Reading.of(text);

        assertThat(reading.lines()).containsExactly("2 null null 400 ", "7 null null 404 ");
        assertThat(reading.unreadableAt()).containsExactly(1L, 3L, 5L, 6L);
        assertThat(reading.unreadable().get(1).reason()).isEqualTo("this is broken JSON");
    }

    @Test
    void a_line_that_is_too_long_is_reported_and_passed_over() {
        String text = "{\"status\":400}\n{\"status\":401,\"body\":\"" + "x".repeat(5000) + "\"}\n{\"status\":404}\n";

        Reading reading = Reading.of(text.getBytes(StandardCharsets.UTF_8), Hints.NONE, 2000);

        assertThat(reading.lines()).containsExactly("1 null null 400 ", "3 null null 404 ");
        assertThat(reading.unreadableAt()).containsExactly(2L);
    }

    @Test
    void lines_of_bare_bodies_are_answers_too() {
        assertThat(Reading.of(CaptureSamples.BODY + "\n" + CaptureSamples.GRAPH + "\n")
                        .lines())
                .containsExactly("1 null null 400 " + CaptureSamples.BODY, "2 null null 0 " + CaptureSamples.GRAPH);
    }

    @Test
    void a_call_without_an_answer_is_named_by_its_error() {
        String text = """
                {"request":{"method":"GET","url":"/u"},"error":"getaddrinfo ENOTFOUND x"}
                {"request":{"method":"GET","url":"/u"},"fault":"tls-expired"}
                {"request":{"method":"GET","url":"/u"},"error":"boom"}
                """;

        Reading reading = Reading.of(text);

        assertThat(reading.lines()).containsExactly("1 GET /u dns-failure", "2 GET /u tls-expired");
        assertThat(reading.unreadableAt()).containsExactly(3L);
    }

    @Test
    void har_entries_count_from_one() {
        Reading reading = Reading.of(CaptureSamples.HAR);

        assertThat(reading.lines())
                .containsExactly("1 GET " + CaptureSamples.URL + " 400 {}", "2 GET " + CaptureSamples.URL + " 401 {}");
        assertThat(reading.captured().get(0).exchange().at()).isEqualTo(Instant.parse("2026-05-02T08:11:04Z"));
        assertThat(reading.captured().get(0).exchange().request().headers().fields())
                .hasSize(1);
    }

    @Test
    void har_entries_may_be_lines() {
        assertThat(Reading.of(CaptureSamples.entry(400) + "\n" + CaptureSamples.entry(404) + "\n")
                        .lines())
                .containsExactly("1 GET " + CaptureSamples.URL + " 400 {}", "2 GET " + CaptureSamples.URL + " 404 {}");
    }

    @Test
    void garbage_inside_a_har_entry_does_not_harm_the_others() {
        String text = "{\"log\":{\"entries\":[" + CaptureSamples.entry(400)
                + ",null,{\"request\":@@@},{\"request\":{\"url\":\"open\n}," + CaptureSamples.entry(404) + "]}}";

        Reading reading = Reading.of(text);

        assertThat(reading.captured().get(0).source().index()).isEqualTo(1);
        assertThat(reading.lines()).hasSizeGreaterThanOrEqualTo(1);
        assertThat(reading.unreadableAt()).startsWith(2L, 3L);
    }

    @Test
    void a_har_that_is_cut_off_yields_what_stands_before_the_cut() {
        Reading reading = Reading.of(CaptureSamples.HAR.substring(0, CaptureSamples.HAR.length() - 40));

        assertThat(reading.lines()).containsExactly("1 GET " + CaptureSamples.URL + " 400 {}");
        assertThat(reading.unreadableAt()).containsExactly(2L);
    }

    @Test
    void base64_content_is_decoded() {
        String text =
                CaptureSamples.HAR.replace("\"text\":\"{}\"", "\"text\":\"eyJhIjoxfQ==\",\"encoding\":\"base64\"");

        assertThat(Reading.of(text).lines().get(0)).endsWith(" 400 {\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "net::ERR_NAME_NOT_RESOLVED, dns-failure",
        "net::ERR_CONNECTION_REFUSED, connection-refused",
        "net::ERR_CERT_AUTHORITY_INVALID, tls-untrusted",
        "net::ERR_CERT_DATE_INVALID, tls-expired",
        "net::ERR_CERT_COMMON_NAME_INVALID, tls-hostname-mismatch",
        "net::ERR_EMPTY_RESPONSE, empty-reply",
        "net::ERR_CONNECTION_RESET, connection-reset",
        "net::ERR_TIMED_OUT, response-timeout",
        "net::ERR_CONNECTION_TIMED_OUT, connect-timeout"
    })
    void a_browsers_error_becomes_a_fault(String error, String fault) {
        String text =
                "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"/u\"},\"response\":{\"status\":0,\"_error\":\""
                        + error + "\"}}]}}";

        assertThat(Reading.of(text).failure().fault().slug()).isEqualTo(fault);
    }

    @Test
    void a_har_entry_without_status_and_reason_is_reported() {
        String text = "{\"log\":{\"entries\":[{\"request\":{},\"response\":{\"status\":0}}]}}";

        assertThat(Reading.of(text).unreadableAt()).containsExactly(1L);
    }

    @Test
    void activity_log_rows_are_read_from_csv() {
        Reading reading = Reading.of(CaptureSamples.CSV);

        assertThat(reading.lines())
                .containsExactly(
                        "2 GET " + CaptureSamples.URL + " 400 ",
                        "4 DELETE https://graph.microsoft.com/rp/scim/users/1 204 ");
        Exchange first = reading.captured().get(0).exchange();
        assertThat(first.at()).isEqualTo(Instant.parse("2026-05-02T08:11:04.5Z"));
        assertThat(answer(first).headers().first("request-id")).contains("r-1");
        assertThat(answer(first).headers().first("client-request-id")).contains("c-1");
        assertThat(reading.captured().get(0).caller().application()).isEqualTo("a \"b\",\nc");
    }

    @Test
    void a_csv_row_without_a_status_is_reported() {
        Reading reading = Reading.of("RequestUri,ResponseStatusCode\n/u,\n/u,404\nx\n");

        assertThat(reading.lines()).containsExactly("3 null /u 404 ");
        assertThat(reading.unreadableAt()).containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#Date: 2026-05-02 00:00:00\n#Fields: time cs-method cs-uri-stem sc-status\n08:11:04 GET /rp/scim/users 403\n",
                "#Fields: time date cs-method cs-uri-stem sc-status\n08:11:04 2026-05-02 GET /rp/scim/users 403\n"
            })
    void a_web_servers_log_has_its_day_wherever_it_stands(String log) {
        assertThat(Reading.of(log).only().at()).isEqualTo(Instant.parse("2026-05-02T08:11:04Z"));
    }

    @Test
    void activity_log_rows_are_read_from_json() {
        String row = "{\"TimeGenerated\":\"2026-05-02T08:11:04Z\",\"RequestId\":\"r\",\"RequestMethod\":\"GET\","
                + "\"RequestUri\":\"/u\",\"ResponseStatusCode\":403}";
        String diagnostic =
                "{\"time\":\"2026-05-02T08:11:04Z\",\"resourceId\":\"x\",\"category\":\"MicrosoftGraphActivityLogs\","
                        + "\"properties\":{\"requestId\":\"r\",\"requestMethod\":\"GET\",\"requestUri\":\"/u\",\"responseStatusCode\":\"429\"}}";

        assertThat(Reading.of("[" + row + "," + diagnostic + "]").lines())
                .containsExactly("1 GET /u 403 ", "2 GET /u 429 ");
        assertThat(Reading.of(row + "\n" + diagnostic).lines()).containsExactly("1 GET /u 403 ", "2 GET /u 429 ");
        assertThat(Reading.of("{\"records\":[" + diagnostic + "]}").lines()).containsExactly("1 GET /u 429 ");
        assertThat(Reading.of(diagnostic).only().at()).isEqualTo(Instant.parse("2026-05-02T08:11:04Z"));
    }

    @Test
    void own_runs_are_read_again() {
        String check =
                "{\n  \"schemaVersion\": \"1.0\",\n  \"kind\": \"CheckReport\",\n  \"requests\": [\n    {\"id\":\"q1\","
                        + "\"method\":\"GET\",\"url\":\"/u\",\"status\":403,\"requestId\":\"r\",\"serverDate\":\"2026-05-02T08:11:04Z\"}\n  ]\n}\n";
        String diagnosis =
                "{\"schemaVersion\":\"1.0\",\"kind\":\"DiagnosisReport\",\"diagnoses\":[{\"source\":{\"id\":\"s\"},"
                        + "\"exchange\":{\"method\":\"GET\",\"url\":\"/u\",\"status\":404},\"finding\":null}],\"unreadable\":[{}]}";

        assertThat(Reading.of(check).line()).isEqualTo("GET /u 403 ");
        assertThat(Reading.of(check).answer().headers().first("request-id")).contains("r");
        assertThat(Reading.of(diagnosis).lines()).containsExactly("1 GET /u 404 ");
        assertThat(Reading.of(diagnosis).unreadable()).hasSize(1);
    }

    @Test
    void own_lines_are_read_and_their_summary_is_not() {
        String text =
                "{\"schemaVersion\":\"1.0\",\"type\":\"diagnosis\",\"source\":{\"id\":\"s\"},\"exchange\":{\"method\":\"GET\","
                        + "\"url\":\"/u\",\"status\":404},\"error\":null}\n{\"schemaVersion\":\"1.0\",\"type\":\"summary\"}\n";

        assertThat(Reading.of(text).line()).isEqualTo("GET /u 404 ");
        assertThat(Reading.of(text).captured().get(0).source().id()).isEqualTo("s");
    }

    @Test
    void another_own_document_is_reported() {
        assertThat(Reading.of("{\"schemaVersion\":\"1.0\",\"kind\":\"TokenReport\"}")
                        .unreadable())
                .hasSize(1);
    }

    @Test
    void pretty_values_may_follow_each_other() {
        String text = "{\n \"status\": 400\n}\n{\n \"status\": 404\n}\n";

        assertThat(Reading.of(text).lines()).containsExactly("1 null null 400 ", "2 null null 404 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"log\":{\"entries\":[]}}", "RequestUri,ResponseStatusCode\n", "{\"records\":[]}"})
    void a_list_of_nothing_is_said_to_hold_nothing(String text) {
        assertThat(Reading.of(text).captured()).isEmpty();
        assertThat(Reading.of(text).unreadable())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).contains("holds no answer"));
    }
}
