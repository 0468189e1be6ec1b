package io.scimdoctor.diagnosis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a finding blames for what a server of somebody else answers. */
final class ForeignServerTest {
    private final Diagnoser diagnoser = new Diagnoser(Catalog.load());

    private @Nullable Finding find(String url, int status, Headers headers, String body) {
        SentRequest sent = new SentRequest("GET", url, Headers.NONE, null);
        Exchange exchange = Exchange.captured(sent, new Answered(status, headers, body), null);
        return diagnoser
                .diagnose(exchange, DiagnosisContext.at(Instant.parse("2026-11-30T09:00:00Z")))
                .finding();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "502 | ``",
                "503 | ``",
                "504 | ``",
                "502 | {\"message\":\"An invalid response was received from the upstream server\"}",
                "503 | {\"message\":\"Service Unavailable\"}",
            })
    void the_gateway_before_a_path_of_this_api_speaks_for_itself(int status, String body) {
        String path = "/rp/scim/users";

        Finding own = requireNonNull(find("https://gw.contoso.example" + path, status, Headers.NONE, body));
        Finding graph = requireNonNull(find("https://graph.microsoft.com" + path, status, Headers.NONE, body));

        assertThat(own.id()).isEqualTo("proxy-fault");
        assertThat(own.owner()).isEqualTo(Owner.NETWORK);
        assertThat(graph.id()).isNotEqualTo("proxy-fault");
    }

    @Test
    void a_refusal_in_the_form_of_this_api_stays_one_behind_a_gateway() {
        String body = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"504","detail":"The SCIM service didn't respond within the expected time."}
                """;

        Finding finding = requireNonNull(find("https://gw.contoso.example/rp/scim/users", 504, Headers.NONE, body));

        assertThat(finding.id()).isEqualTo("service-timeout");
    }

    /** A recording of a browser holds calls of whatever else it had open. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://api.contoso.example/v1/things | false",
                "https://gw.contoso.example/rp/scim/users | true",
                "https://graph.microsoft.com/rp/scim/users | true",
            })
    void what_another_server_answers_with_success_is_no_failure(String url, boolean failure) {
        Headers html = Headers.of("Content-Type", "text/html");

        assertThat(find(url, 200, html, "<html><body>Hello</body></html>") != null)
                .isEqualTo(failure);
    }

    /** What Tinyproxy answers to CONNECT has a phrase of its own, and no page. */
    @Test
    void a_program_that_is_nothing_but_a_proxy_blocks_the_call() {
        Headers headers = new Headers(List.of(
                new Headers.Field("Server", "tinyproxy/1.11.1"), new Headers.Field("Content-Type", "text/html")));

        Finding finding = requireNonNull(find("https://graph.microsoft.com/rp/scim/users", 403, headers, ""));

        assertThat(finding.id()).isEqualTo("proxy-block");
    }
}
