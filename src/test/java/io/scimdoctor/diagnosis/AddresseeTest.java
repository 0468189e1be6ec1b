package io.scimdoctor.diagnosis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That a finding speaks of whom the call went to: the login host, a proxy, the SCIM API, with a token or without. */
final class AddresseeTest {
    private static final Instant AT = Instant.parse("2026-11-29T10:00:00Z");
    private static final String SCIM = "https://graph.microsoft.com/rp/scim/users";
    private static final String LOGIN = "https://login.contoso.example/contoso.example/oauth2/v2.0/token";
    private static final Headers JSON = Headers.of("Content-Type", "application/json");

    private final Diagnoser diagnoser = new Diagnoser(Catalog.load());

    private Finding find(String method, String url, Headers sent, Outcome outcome, Trace trace) {
        Attempt attempt = new Attempt(AT, null, Duration.ZERO, null, null, null);
        Exchange exchange =
                new Exchange(new SentRequest(method, url, sent, null), outcome, List.of(attempt), AT, trace);
        return requireNonNull(
                diagnoser.diagnose(exchange, DiagnosisContext.at(AT)).finding());
    }

    private Finding login(Outcome outcome) {
        return find("POST", LOGIN, Headers.NONE, outcome, Trace.NONE);
    }

    private static void assertIsAboutLogin(Finding finding) {
        assertThat(Fixes.of(finding, Audience.HANDED_ON))
                .as(finding.id())
                .noneMatch(fix -> !fix.text().contains("--cacert"));
        String advice = finding.cause() + finding.steps(Audience.SEEN);
        assertThat(advice)
                .as(finding.id())
                .doesNotContain(
                        "graph.microsoft.com", "rp/scim", "base URL", "count=1", "repeating a POST", "SCIM JSON");
        assertThat(requireNonNull(finding.fact("login host")).seen()).isEqualTo("login.contoso.example");
    }

    @ParameterizedTest
    // No access token is sent to the login host, so none is withheld.
    @EnumSource(value = TransportFault.class, mode = EnumSource.Mode.EXCLUDE, names = "TOKEN_WITHHELD")
    void every_fault_of_the_login_host_gets_its_own_steps(TransportFault fault) {
        assertIsAboutLogin(login(new Unanswered(fault, "It failed.")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | text/html | <html><body>Welcome to the hotel</body></html>",
                "302 | text/html | ``",
                "403 | text/html | <html><body>Blocked by the web filter</body></html>",
                "404 | text/html | <html><body>AD FS</body></html>",
                "405 | application/json | {}",
                "429 | text/plain | slow down",
                "500 | text/plain | ``",
                "502 | text/html | <html><body>Bad gateway</body></html>",
                "503 | text/html | <html><body>Unavailable</body></html>",
                "504 | text/plain | ``"
            })
    void every_strange_answer_of_the_login_host_gets_its_own_steps(int status, String type, String body) {
        assertIsAboutLogin(login(new Answered(status, Headers.of("Content-Type", type), body)));
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, IDENTITY_ADMINISTRATOR",
        "server_error, MICROSOFT_SUPPORT",
        "temporarily_unavailable, MICROSOFT_SUPPORT",
        "invalid_client, CALLER",
        "invalid_request, CALLER"
    })
    void who_acts_on_an_unlisted_number_follows_the_error(String error, Owner owner) {
        String body =
                "{\"error\":\"" + error + "\",\"error_description\":\"AADSTS999001: x\",\"error_codes\":[999001]}";

        Finding found = login(new Answered(400, JSON, body));

        assertThat(found.id()).isEqualTo("aadsts-unlisted");
        assertThat(found.owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | Insufficient privileges to complete the operation.",
                "401 | Lifetime validation failed, the token is expired.",
                "401 | Access token validation failure. Invalid audience.",
                "403 | Access is denied"
            })
    void no_token_is_judged_where_none_was_sent(int status, String message) {
        String body = "{\"error\":{\"code\":\"x\",\"message\":\"" + message + "\"}}";

        Finding found = find("GET", SCIM, Headers.NONE, new Answered(status, JSON, body), Trace.NONE);

        assertThat(List.of("token-missing", "token-rejected", "unclassified")).contains(found.id());
    }

    @Test
    void what_the_proxy_answered_is_the_proxys() {
        Trace trace = new Trace(null, "http://p:8080" + Trace.PROXY_ANSWERED, null, null, Trace.Phases.NONE);

        Finding limit = find("GET", SCIM, Headers.NONE, new Answered(429, Headers.NONE, ""), trace);
        Headers page = Headers.of("Content-Type", "text/html");
        Finding portal = find("GET", SCIM, Headers.NONE, new Answered(200, page, ""), trace);

        assertThat(limit.id()).isEqualTo("proxy-rate-limit");
        assertThat(limit.owner()).isEqualTo(Owner.NETWORK);
        assertThat(portal.id()).isEqualTo("captive-portal");
    }

    @Test
    void a_policy_of_sign_in_is_no_missing_permission() {
        String body = "{\"error\":{\"code\":\"AccessDenied\",\"message\":\"Blocked by Conditional Access policies.\"}}";
        Headers sent = Headers.of("Authorization", "Bearer (removed)");

        Finding found = find("GET", SCIM, sent, new Answered(403, JSON, body), Trace.NONE);

        assertThat(found.id()).isEqualTo("access-denied");
        assertThat(found.owner()).isEqualTo(Owner.IDENTITY_ADMINISTRATOR);
    }

    @Test
    void a_coding_that_nobody_asked_for_is_named() {
        Headers headers = JSON.plus("Content-Encoding", "br");

        Finding found = find("GET", SCIM, Headers.NONE, new Answered(200, headers, "\u0001\u0002x"), Trace.NONE);

        assertThat(requireNonNull(found.fact("detail")).seen()).contains("content coding br");
    }

    @Test
    void a_managed_identity_is_sent_to_no_app_registration() {
        String oid = "0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01";
        var claims = JsonNodeFactory.instance
                .objectNode()
                .put("xms_mirid", "/subscriptions/x")
                .put("oid", oid);
        String identity = requireNonNull(new Claims(claims).managedIdentity());
        List<Evidence> evidence = List.of(
                new Evidence("least missing role", "User.Read.All"),
                new Evidence("managed identity", Redactor.told(identity)));

        Finding found = Catalog.load().finding("permission-missing", evidence);

        assertThat(found.steps(Audience.SEEN).get(0))
                .contains("POST /servicePrincipals/" + oid + "/appRoleAssignments");
        assertThat(Fixes.of(found, Audience.HANDED_ON))
                .isNotEmpty()
                .noneMatch(fix -> fix.text().contains("az ad app permission")
                        || fix.text().contains("App registrations"));
    }
}
