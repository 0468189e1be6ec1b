package io.scimdoctor.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import io.scimdoctor.lint.rule.LintFinding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request that the documentation shows as working, with values of our own, and what becomes of a change to it. */
final class DocumentedRequestsTest {
    private static final String USER = "/rp/scim/users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11";

    static Stream<JsonNode> documented() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                DocumentedRequestsTest.class.getResourceAsStream("documented.ndjson"), StandardCharsets.UTF_8))) {
            List<JsonNode> requests = new ArrayList<>();
            for (String line : lines.lines().toList()) {
                requests.add(Json.read(line));
            }
            return requests.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documented")
    void a_documented_request_raises_no_alarm(JsonNode line) {
        List<LintFinding> findings = RequestLint.complete(Requests.of(line.path("request")));

        List<String> allowed = new ArrayList<>();
        line.path("allow").forEach(id -> allowed.add(id.asText()));
        assertThat(findings).noneMatch(LintFinding::isError);
        assertThat(allowed).as(line.path("name").asText()).containsAll(Requests.ids(findings));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void a_documented_request_without_its_path_raises_one(JsonNode line) {
        SentRequest request = Requests.of(line.path("request"));
        String url = String.valueOf(request.url()).replace("/rp/scim", "/v1.0");

        List<LintFinding> findings =
                RequestLint.complete(new SentRequest(request.method(), url, request.headers(), request.body()));

        assertThat(Requests.ids(findings)).contains("path-base");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "schemas       | schemas      | {}",
                "patch-op      | update       | {'op':'update','path':'title','value':'x'}",
                "value-type    | true         | {'op':'replace','path':'active','value':'true'}",
                "value-type    | list         | {'op':'replace','path':'emails','value':'x'}",
                "value-type    | number       | {'op':'replace','path':'title','value':7}",
                "manager-form  | null id      | {'op':'add','path':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager','value':{'value':'x'}}",
                "attribute-misplaced | bare    | {'op':'add','path':'usageLocation','value':'DE'}",
                "attribute-unknown | typo      | {'op':'add','path':'name.givenNam','value':'A'}",
                "patch-path    | blank        | {'op':'add','path':'addresses [type eq \\\"work\\\"].locality','value':'A'}",
                "patch-read-only | id          | {'op':'replace','path':'id','value':'A'}",
                "patch-read-only | on-premises | {'op':'replace','path':'urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User:onPremisesSyncEnabled','value':true}",
                "patch-nickname | empty        | {'op':'replace','path':'urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User:mailNickname','value':''}",
                "patch-nickname | no path      | {'op':'replace','value':{'urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User':{'mailNickname':null}}}",
                "patch-password | no path      | {'op':'replace','value':{'password':'x'}}",
                "address-single | two          | {'op':'replace','path':'addresses','value':[{'type':'work'},{'type':'work'}]}",
                "value-format  | date         | {'op':'replace','path':'urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User:employeeHireDate','value':'tomorrow'}",
                "value-format  | languages    | {'op':'replace','path':'preferredLanguage','value':'en-US,pt;q=0.8'}",
                "csa-path      | no attribute | {'op':'add','path':'urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:CustomSecurityAttributes:Project','value':'x'}",
            })
    void a_change_that_breaks_a_rule_is_named(String rule, String what, String operation) {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + operation.replace('\'', '"') + "]}";
        SentRequest request = new SentRequest(
                "PATCH", "https://graph.microsoft.com" + USER, io.scimdoctor.exchange.Headers.NONE, body);

        List<LintFinding> findings = RequestLint.of(request);

        String expected = rule.equals("schemas") ? "patch-op" : rule;
        assertThat(Requests.ids(findings)).as(what).containsExactly(expected);
    }
}
