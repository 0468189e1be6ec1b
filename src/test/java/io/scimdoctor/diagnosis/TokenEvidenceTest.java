package io.scimdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Json;
import io.scimdoctor.token.Claims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a token says beside a refusal, in every combination of what can be wrong with it. */
final class TokenEvidenceTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final String TENANT = "11111111-1111-4111-8111-111111111111";
    private static final String OTHER_TENANT = "22222222-2222-4222-8222-222222222222";
    private static final Headers DATED =
            Headers.of("Content-Type", "application/json", "Date", "Wed, 25 Nov 2026 10:00:00 GMT");
    private static final String FAILURE =
            "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token validation failure.\"}}";
    private static final String SCIM = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],"
            + "\"status\":\"401\",\"detail\":\"Unauthorized\"}";
    private static final String PRIVILEGES =
            "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete"
                    + " the operation.\"}}";
    private static final SentRequest LIST =
            new SentRequest("GET", "https://graph.microsoft.com/rp/scim/users", Headers.NONE, null);
    private static final SentRequest CHANGE = new SentRequest(
            "PATCH",
            "https://graph.microsoft.com/rp/scim/users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11",
            Headers.NONE,
            null);

    private final Diagnoser diagnoser = new Diagnoser(Catalog.load());

    /** What can be wrong with a token, what explains a 401 first; a new token does not mend what stands before. */
    private enum Fault {
        AUDIENCE("token-wrong-audience"),
        EXPIRED("token-expired"),
        NOT_YET_VALID("token-not-yet-valid"),
        DELEGATED("token-delegated"),
        TENANT("token-wrong-tenant"),
        NO_OBJECT_ID("application-not-in-tenant"),
        NO_ROLES("token-rejected");

        private final String id;

        Fault(String id) {
            this.id = id;
        }
    }

    @Test
    void a_bare_401_is_explained_by_the_gravest_fault_of_the_token() throws JsonProcessingException {
        List<String> wrong = new ArrayList<>();
        for (Set<Fault> faults : combinations()) {
            String expected =
                    faults.isEmpty() ? "token-rejected" : faults.iterator().next().id;
            for (String body : List.of("", FAILURE, SCIM)) {
                Finding found = diagnose(LIST, new Answered(401, DATED, body), token(faults));
                if (!found.id().equals(expected)) {
                    wrong.add(faults + " " + body + ": " + found.id() + " instead of " + expected);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void a_401_that_names_its_reason_is_not_overruled_by_the_token() throws JsonProcessingException {
        for (Set<Fault> faults : combinations()) {
            assertThat(named401("Access token validation failure. Invalid audience.", faults))
                    .isEqualTo("token-wrong-audience");
            assertThat(named401("Lifetime validation failed, the token is expired.", faults))
                    .isEqualTo("token-expired");
            assertThat(named401("CompactToken parsing failed with error code: 80049217", faults))
                    .isEqualTo("token-unparseable");
            assertThat(named401("The 'SCIM Provisioning API' feature is not enabled for any subscription.", faults))
                    .isEqualTo("feature-not-enabled");
        }
    }

    @Test
    void a_claims_challenge_is_not_overruled_by_the_token() throws JsonProcessingException {
        Headers challenge = DATED.plus("WWW-Authenticate", "Negotiate")
                .plus("WWW-Authenticate", "Bearer realm=\"\", error=\"insufficient_claims\"");

        for (Set<Fault> faults : combinations()) {
            for (int status : List.of(401, 403)) {
                for (String body : List.of("", FAILURE, SCIM)) {
                    assertThat(diagnose(LIST, new Answered(status, challenge, body), token(faults))
                                    .id())
                            .as("%d %s %s", status, faults, body)
                            .isEqualTo("claims-challenge");
                }
            }
        }
    }

    @Test
    void a_wordless_403_is_explained_by_what_the_service_found_in_a_token_that_it_read()
            throws JsonProcessingException {
        List<String> wrong = new ArrayList<>();
        for (Set<Fault> faults : combinations()) {
            // A token past its time gets a 401, so this 403 has another reason.
            String expected = faults.contains(Fault.AUDIENCE)
                    ? "token-wrong-audience"
                    : faults.contains(Fault.DELEGATED)
                            ? "token-delegated"
                            : faults.contains(Fault.TENANT)
                                    ? "token-wrong-tenant"
                                    : faults.contains(Fault.NO_ROLES) ? "permission-missing" : "access-denied";
            for (String body : List.of("", "{\"error\":{\"code\":\"\",\"message\":\"\"}}")) {
                Finding found = diagnose(LIST, new Answered(403, DATED.plus("request-id", "1"), body), token(faults));
                if (!found.id().equals(expected) || found.confidence() == Confidence.CERTAIN) {
                    wrong.add(faults + ": " + found.id() + " " + found.confidence() + " instead of " + expected);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void a_403_for_lack_of_privileges_is_that_unless_a_user_or_another_tenant_stands_behind_the_token()
            throws JsonProcessingException {
        List<String> wrong = new ArrayList<>();
        for (Set<Fault> faults : combinations()) {
            boolean foreign = faults.contains(Fault.AUDIENCE);
            String expected = faults.contains(Fault.DELEGATED) && !foreign
                    ? "token-delegated"
                    : faults.contains(Fault.TENANT) && !foreign ? "token-wrong-tenant" : "permission-missing";
            Finding found = diagnose(LIST, new Answered(403, DATED, PRIVILEGES), token(faults));
            if (!found.id().equals(expected)) {
                wrong.add(faults + ": " + found.id() + " instead of " + expected);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void what_only_a_missing_claim_suggests_is_not_certain() throws JsonProcessingException {
        Finding found = diagnose(LIST, new Answered(401, DATED, ""), token(EnumSet.of(Fault.NO_OBJECT_ID)));

        assertThat(found.confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void a_token_that_is_expired_by_now_need_not_have_been_when_the_call_was_made() throws JsonProcessingException {
        Claims expired = token(EnumSet.of(Fault.EXPIRED));

        Finding dated = diagnose(LIST, new Answered(401, DATED, ""), expired);
        Finding undated = diagnose(LIST, new Answered(401, Headers.NONE, ""), expired);
        Finding named = diagnose(
                LIST, new Answered(401, Headers.NONE, FAILURE.replace("validation failure", "has expired")), expired);

        assertThat(List.of(dated.id(), undated.id(), named.id())).containsOnly("token-expired");
        assertThat(dated.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(undated.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(named.confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void a_token_for_the_graph_of_another_cloud_has_the_wrong_audience() throws JsonProcessingException {
        Claims government = new Claims(
                Json.read(claims(Set.of()).replace("https://graph.microsoft.com", "https://graph.microsoft.us")));
        SentRequest there = new SentRequest("GET", "https://graph.microsoft.us/rp/scim/users", Headers.NONE, null);

        assertThat(diagnose(LIST, new Answered(401, DATED, ""), government).id())
                .isEqualTo("token-wrong-audience");
        assertThat(diagnose(there, new Answered(401, DATED, ""), government).id())
                .isEqualTo("token-rejected");
    }

    @Test
    void the_roles_of_another_tenant_do_not_point_to_a_protected_target() throws JsonProcessingException {
        Finding found = diagnose(CHANGE, new Answered(403, DATED, PRIVILEGES), token(EnumSet.of(Fault.TENANT)));

        assertThat(found.id()).isEqualTo("token-wrong-tenant");
    }

    @Test
    void a_missing_permission_is_certain_when_nothing_else_is_refused_with_these_words()
            throws JsonProcessingException {
        Claims reader = token(EnumSet.noneOf(Fault.class), "User.Read.All");
        Claims writer = token(EnumSet.noneOf(Fault.class), "User.ReadWrite.All");

        assertThat(permissionMissing(SentRequest.UNKNOWN, null)).isEqualTo(Confidence.LIKELY);
        assertThat(permissionMissing(LIST, null)).isEqualTo(Confidence.CERTAIN);
        assertThat(permissionMissing(CHANGE, null)).isEqualTo(Confidence.LIKELY);
        assertThat(permissionMissing(SentRequest.UNKNOWN, writer)).isEqualTo(Confidence.LIKELY);
        assertThat(permissionMissing(LIST, token(EnumSet.of(Fault.AUDIENCE)))).isEqualTo(Confidence.LIKELY);
        assertThat(permissionMissing(LIST, reader)).isEqualTo(Confidence.POSSIBLE);
        assertThat(permissionMissing(CHANGE, reader)).isEqualTo(Confidence.CERTAIN);
        assertThat(permissionMissing(SentRequest.UNKNOWN, token(EnumSet.of(Fault.NO_ROLES))))
                .isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void a_token_that_outlives_the_call_is_not_the_one_that_was_called_expired() throws JsonProcessingException {
        String body = FAILURE.replace(
                "Access token validation failure.", "Lifetime validation failed, the token is expired.");

        Finding found = diagnose(LIST, new Answered(401, DATED, body), token(Set.of()));

        assertThat(found.id()).isEqualTo("token-expired");
        assertThat(found.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(found.steps(Audience.SEEN))
                .startsWith(
                        "Find out which token was sent: this one was valid when the call was made.",
                        "Get a new token and repeat the call.");
        assertThat(diagnose(LIST, new Answered(401, DATED, body), token(Set.of(Fault.EXPIRED)))
                        .steps(Audience.SEEN))
                .startsWith("Get a new token and repeat the call; this one ended at 2026-11-25T09:30:00Z.");
    }

    private Confidence permissionMissing(SentRequest request, @Nullable Claims token) {
        Finding found = diagnose(request, new Answered(403, DATED, PRIVILEGES), token);
        assertThat(found.id()).isEqualTo("permission-missing");
        return found.confidence();
    }

    private String named401(String message, Set<Fault> faults) throws JsonProcessingException {
        String body = FAILURE.replace("Access token validation failure.", message);
        return diagnose(LIST, new Answered(401, DATED, body), token(faults)).id();
    }

    private Finding diagnose(SentRequest request, Answered answer, @Nullable Claims token) {
        DiagnosisContext context = new DiagnosisContext(NOW, token, TENANT);
        return Objects.requireNonNull(diagnoser
                .diagnose(Exchange.captured(request, answer, null), context)
                .finding());
    }

    private static List<Set<Fault>> combinations() {
        List<Set<Fault>> all = new ArrayList<>();
        all.add(EnumSet.noneOf(Fault.class));
        for (Fault fault : Fault.values()) {
            for (Set<Fault> some : List.copyOf(all)) {
                Set<Fault> more = EnumSet.copyOf(some);
                more.add(fault);
                all.add(more);
            }
        }
        return all;
    }

    private static Claims token(Set<Fault> faults) throws JsonProcessingException {
        return new Claims(Json.read(claims(faults)));
    }

    private static Claims token(Set<Fault> faults, String role) throws JsonProcessingException {
        return new Claims(Json.read(claims(faults).replace("User.ReadWrite.All", role)));
    }

    private static String claims(Set<Fault> faults) {
        long now = NOW.getEpochSecond();
        String audience =
                faults.contains(Fault.AUDIENCE) ? "https://management.azure.com" : "https://graph.microsoft.com";
        String tenant = faults.contains(Fault.TENANT) ? OTHER_TENANT : TENANT;
        long expires = now + (faults.contains(Fault.EXPIRED) ? -1_800 : 1_800);
        long begins = now + (faults.contains(Fault.NOT_YET_VALID) ? 900 : -3_600);
        return String.format(
                        Locale.ROOT,
                        "{\"aud\":\"%s\",\"tid\":\"%s\",\"exp\":%d,\"nbf\":%d",
                        audience,
                        tenant,
                        expires,
                        begins)
                + (faults.contains(Fault.NO_OBJECT_ID) ? "" : ",\"oid\":\"33333333-3333-4333-8333-333333333333\"")
                + (faults.contains(Fault.NO_ROLES) ? "" : ",\"roles\":[\"User.ReadWrite.All\"]")
                + (faults.contains(Fault.DELEGATED) ? ",\"scp\":\"User.Read\"" : ",\"idtyp\":\"app\"")
                + "}";
    }
}
