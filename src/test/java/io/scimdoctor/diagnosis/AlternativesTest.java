package io.scimdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Confidence;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer leaves open, and what it does not. */
final class AlternativesTest {
    private final Diagnoser diagnoser = new Diagnoser(Catalog.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "409 | uniqueness | Another object with the same value for property userPrincipalName already exists.",
                "409 | uniqueness | One or more of the attribute values are already in use.",
                "400 |            | Another object with the same value for property proxyAddresses already exists.",
                "400 |            | A conflicting object with one or more of the specified property values is present."
            })
    void a_duplicate_that_the_answer_names_is_certain_and_has_no_alternative(int status, String type, String detail) {
        Diagnosis diagnosis = diagnose(status, type == null ? "" : type, detail);

        assertThat(Objects.requireNonNull(diagnosis.finding()).id()).isEqualTo("duplicate-value");
        assertThat(diagnosis.finding().confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(diagnosis.alternatives()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"409 | | The request conflicts with the state of the target.", "409 | | It already exists."})
    void a_conflict_that_names_nothing_leaves_other_reasons_open(int status, String type, String detail) {
        Diagnosis diagnosis = diagnose(status, type == null ? "" : type, detail);

        assertThat(Objects.requireNonNull(diagnosis.finding()).confidence()).isNotEqualTo(Confidence.CERTAIN);
        assertThat(diagnosis.alternatives()).contains("concurrent-update");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AADSTS7000215: Invalid client secret provided. | AADSTS7000215",
                "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token has expired.\"}} | token-expired"
            })
    void a_status_that_was_not_captured_serves_the_rules_and_is_not_shown(String body, String id) {
        SentRequest sent = SentRequest.get("https://graph.microsoft.com/rp/scim/users", Headers.NONE);
        Exchange exchange = Exchange.captured(sent, new Answered(0, Headers.NONE, body), null);

        Diagnosis diagnosis = diagnoser.diagnose(exchange, DiagnosisContext.at(Instant.EPOCH));

        assertThat(Objects.requireNonNull(diagnosis.finding()).id()).isEqualTo(id);
        assertThat(diagnosis.finding().httpStatus()).isNull();
        assertThat(diagnosis.facts().status()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "500 | {\"message\":\"request failed, reason: getaddrinfo ENOTFOUND graph.microsoft.com\"}",
                "502 | {\"error\":\"dial tcp: lookup graph.microsoft.com: no such host\"}",
                "502 | {\"error\":{\"code\":\"BadGateway\",\"message\":\"connect ECONNREFUSED 20.190.1.1:443\"}}",
                "503 | upstream connect error or disconnect/reset before headers"
            })
    void whoever_tells_that_it_did_not_reach_the_service_is_in_between(int status, String body) {
        assertThat(answered(status, body)).isEqualTo("proxy-fault");
        assertThat(answered(status, "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"ResourceNotFound\"}}"))
                .isNotEqualTo("proxy-fault");
    }

    private String answered(int status, String body) {
        SentRequest sent = SentRequest.get("https://graph.microsoft.com/rp/scim/users", Headers.NONE);
        Exchange exchange = Exchange.captured(sent, new Answered(status, Headers.NONE, body), null);
        Diagnosis diagnosis = diagnoser.diagnose(exchange, DiagnosisContext.at(Instant.EPOCH));
        return Objects.requireNonNull(diagnosis.finding()).id();
    }

    @Test
    void what_the_sender_rules_out_is_no_alternative() {
        Diagnosis refusal = diagnose(403, "", "Forbidden");

        assertThat(refusal.alternatives()).contains("licence-missing").doesNotContain("proxy-block");
    }

    @Test
    void what_the_request_rules_out_is_no_alternative() {
        Diagnosis creation = diagnose(400, "", "Bad Request");
        Diagnosis filter = diagnose("/users?filter=title%20pr", "Invalid filter.");
        Diagnosis spaced = diagnose("/users?filter%20=title%20pr", "Invalid filter.");

        assertThat(creation.alternatives()).contains("feature-not-enabled").doesNotContain("accept-invalid-on-delete");
        assertThat(filter.alternatives()).contains("bad-request").doesNotContain("query-whitespace");
        assertThat(spaced.alternatives()).contains("filter-unsupported");
    }

    private Diagnosis diagnose(String path, String detail) {
        SentRequest request = new SentRequest("GET", "https://graph.microsoft.com/rp/scim" + path, Headers.NONE, null);
        return diagnose(request, 400, "", detail);
    }

    private Diagnosis diagnose(int status, String type, String detail) {
        SentRequest request = new SentRequest("POST", "https://graph.microsoft.com/rp/scim/Users", Headers.NONE, null);
        return diagnose(request, status, type, detail);
    }

    private Diagnosis diagnose(SentRequest request, int status, String type, String detail) {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"" + status
                + "\",\"scimType\":\"" + type + "\",\"detail\":\"" + detail + "\"}";
        Exchange exchange = Exchange.captured(request, new Answered(status, Headers.NONE, body), null);
        return diagnoser.diagnose(exchange, DiagnosisContext.at(Instant.EPOCH));
    }
}
