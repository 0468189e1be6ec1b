package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands within another answer, a report, or a text about no call. */
final class QuotedAnswerTest {
    private static final String DENIED =
            "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete the operation.\"}}";
    private static final String ESCAPED = DENIED.replace("\"", "\\\"");

    /** A gateway, a store of secrets and a service of one's own hand on what they were told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error making API request.\n\nURL: GET https://vault.example.org:8200/v1/azure/creds/x\nCode: 500. Errors:\n\n* 1 error occurred:\n"
                        + "\t* graphrbac.ApplicationsClient#Create: Failure responding to request: StatusCode=403 -- Original Error: DENIED\n",
                "HTTP/1.1 500 Internal Server Error\nServer: nginx\n\n{\"error\":\"Request failed\",\"details\":DENIED}",
                "HTTP/1.1 502 Bad Gateway\nServer: nginx\n\n{\"timestamp\":1796008511,\"status\":502,\"message\":\"403: ESCAPED\",\"path\":\"/api/users\"}",
                "{\"level\":\"error\",\"status\":500,\"path\":\"/api/users\",\"message\":\"call failed: 403 ESCAPED\"}",
                "10:00:00.123 ERROR GET https://hr.example.org/api/7 failed with 500: {\"error\":\"403 Forbidden: ESCAPED\"}"
            })
    void what_a_server_in_between_quotes_decides_and_counts_once(String text) {
        Reading reading = Reading.of(text.replace("DENIED", DENIED).replace("ESCAPED", ESCAPED));

        assertThat(reading.line()).isEqualTo("null null 403 " + DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://hr.example.org/api/7 -> 500\nGET https://graph.microsoft.com/rp/scim/users -> 403\n",
                "- GET https://hr.example.org/api/7 -> 500\n- GET https://graph.microsoft.com/rp/scim/users -> 403\n",
                "10:00:00.1 ERROR GET https://hr.example.org/api/7 failed with 500\n10:00:00.2 ERROR GET https://graph.microsoft.com/rp/scim/users failed with 403\n"
            })
    void a_failure_of_another_server_beside_one_of_the_service_is_a_call_of_its_own(String text) {
        assertThat(Reading.of(text).captured()).hasSize(2);
    }

    @Test
    void a_bare_path_is_on_one_of_several_servers_of_other_products() {
        String calls = "{\"method\":\"GET\",\"url\":\"https://a.example.org/scim/v2/Users/1\",\"status\":404}\n"
                + "{\"method\":\"GET\",\"url\":\"https://b.example.org/scim/v2/Users/2\",\"status\":404}\n";

        assertThat(Reading.of(calls + "{\"method\":\"GET\",\"url\":\"/Users/3\",\"status\":404}\n")
                        .lines())
                .last()
                .asString()
                .startsWith("3 GET https://unknown.invalid/Users/3 404");
        assertThat(Reading.of(calls
                                + "{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"status\":200}\n"
                                + "{\"method\":\"GET\",\"url\":\"/Users/3\",\"status\":404}\n")
                        .lines())
                .last()
                .asString()
                .startsWith("4 GET /Users/3 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAIL  The application lacks a permission for this call  [permission-missing]\nWho   Application owner\n\n  GET /rp/scim/users/42  HTTP 403  InsufficientPrivileges\n",
                "2 answers, 2 failures, 2 kinds  in logs/\n✗  a.txt:1  404 GET /rp/scim/users/42  object-not-found\n",
                "FAIL  2 answers, 2 failures, 2 kinds\n\n✗ It does not exist [object-not-found]\n  GET /rp/scim/users/42  HTTP 404\n",
                "fail throttled 429 caller certain: The rate is limited; GET /rp/scim/users HTTP 429 TooManyRequests; a.txt:1\n",
                "SIMULATED fail throttled: The service limits the rate of calls (caller)\n",
                "## FAIL: The client secret is wrong\n\n### Finding (`AADSTS7000215`)\n\n- AADSTS7000215: Invalid client secret provided.\n",
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n<title>FAIL: It lacks a permission</title>\n</head><body>HTTP 403 Forbidden</body></html>",
                "throttled  The service limits the rate of calls.\nSeen as   HTTP 429, TooManyRequests, fail, certain\n"
            })
    void a_report_of_its_own_is_no_answer(String report) {
        Reading reading = Reading.of(report);

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable().get(0).reason()).startsWith("This is a report of scimdoctor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAIL  src/sync.test.ts\n  ● reads users\n    HTTPError: 403 Client Error: Forbidden for url: https://graph.microsoft.com/rp/scim/users\n",
                "I ran it:\nHTTP/1.1 403 Forbidden\n\nFAIL  The application lacks a permission  [permission-missing]\n"
            })
    void a_text_that_only_looks_like_a_report_or_holds_one_is_read(String text) {
        assertThat(Reading.of(text).captured()).hasSize(1);
    }

    @Test
    void a_client_that_is_not_signed_in_has_called_nothing() {
        Reading reading = Reading.of("Get-MgUser : Authentication needed. Please call Connect-MgGraph.\n");

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable().get(0).reason()).contains("run Connect-MgGraph");
    }
}
