package io.scimdoctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.http.Transport;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.check.CheckBlocks;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What checks find that no captured answer can show, over answers that are made here. */
final class ChecksTest {
    private static final Headers MARKS = Headers.of(
            "Content-Type",
            "application/scim+json",
            "request-id",
            "0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01",
            "x-ms-ags-diagnostic",
            "{}");
    private static final Answered REFUSED = new Answered(
            401,
            MARKS.plus("WWW-Authenticate", "Bearer"),
            "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token is empty.\"}}");
    /** A ServiceProviderConfig and a list at once. */
    private static final String EVERYTHING = "{\"patch\":{\"supported\":true},\"totalResults\":0}";

    private static final Credential TOKEN = new Credential.GivenToken(PastedToken.of("x".repeat(200)), "the test");

    private static final Transport NEVER = new Transport() {
        @Override
        public Exchange send(SentRequest request) {
            throw new IllegalStateException("nothing may be sent");
        }

        @Override
        public void close() {}
    };

    @Test
    void no_credential_at_all_and_half_of_one_are_told_apart() {
        assertThat(ids(settings(Cloud.GLOBAL.baseUrl(), null, Set.of()), REFUSED))
                .contains("credential-missing")
                .doesNotContain("configuration-incomplete");
        assertThat(ids(settings(Cloud.GLOBAL.baseUrl(), null, Set.of("tenant")), REFUSED))
                .contains("configuration-incomplete")
                .doesNotContain("credential-missing");
    }

    @Test
    void a_host_that_nobody_named_is_unusual_and_one_of_microsofts_is_not() {
        assertThat(ids(settings("https://scim.contoso.example/rp/scim", TOKEN, Set.of()), REFUSED))
                .contains("base-url-unusual");
        assertThat(ids(settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()), REFUSED))
                .doesNotContain("base-url-unusual", "cloud-undocumented");
    }

    @Test
    void a_cloud_that_the_documentation_leaves_out_is_told() {
        assertThat(ids(settings(Cloud.USGOV_DOD.baseUrl(), TOKEN, Set.of()), REFUSED))
                .contains("cloud-undocumented")
                .doesNotContain("base-url-unusual");
        assertThat(ids(settings(Cloud.CHINA.baseUrl(), TOKEN, Set.of()), REFUSED))
                .doesNotContain("cloud-undocumented", "base-url-unusual");
    }

    @Test
    void an_answer_that_nobody_signs_is_of_an_unknown_sender() {
        Answered anybody = new Answered(401, Headers.NONE, "");

        assertThat(ids(settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()), anybody))
                .contains("responder-unknown");
        assertThat(ids(settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()), REFUSED))
                .doesNotContain("responder-unknown");
    }

    @Test
    void a_server_error_that_nobody_signs_is_first_a_matter_of_the_network() {
        Answered anybody = new Answered(503, Headers.of("X-Any", "1"), "");

        assertThat(run(settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()), request -> anybody)
                        .findings())
                .extracting(Finding::owner)
                .contains(Owner.NETWORK)
                .doesNotContain(Owner.MICROSOFT_SUPPORT);
    }

    @Test
    void a_call_without_a_token_that_succeeds_is_suspicious() {
        Answered open = new Answered(
                200, MARKS, "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig\"]}");

        assertThat(ids(settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()), open)).contains("control-call-accepted");
        assertThat(ids(settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()), REFUSED))
                .doesNotContain("control-call-accepted");
    }

    @Test
    void a_check_that_breaks_is_a_finding_and_the_run_goes_on() {
        CheckReport report = run(settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()), request -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(report.findings()).extracting(Finding::id).contains("check-crashed");
        assertThat(report.checks()).hasSizeGreaterThan(10);
    }

    @Test
    void different_requests_that_always_fail_or_succeed_are_not_intermittent() {
        CheckReport report = run(
                settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()),
                request -> !request.headers().has("Authorization")
                        ? REFUSED
                        : String.valueOf(request.url()).contains("/users")
                                ? new Answered(500, MARKS, "{\"error\":{\"code\":\"InternalServerError\"}}")
                                : new Answered(200, MARKS, EVERYTHING));

        assertThat(report.findings())
                .extracting(Finding::id)
                .contains("service-fault")
                .doesNotContain("intermittent-failure");
    }

    @Test
    void a_number_that_is_more_than_asked_for_is_said() {
        String two = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":2,"
                + "\"Resources\":[{\"id\":\"1\"},{\"id\":\"2\"}]}";
        CheckReport report = run(
                settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()),
                request -> !request.headers().has("Authorization")
                        ? REFUSED
                        : new Answered(
                                200, MARKS, String.valueOf(request.url()).contains("count=1") ? two : EVERYTHING));

        assertThat(report.checks())
                .anySatisfy(line ->
                        assertThat(line.result().detail().seen()).contains("2 entries, more than count=1 asks for"));
    }

    @Test
    void an_answer_out_of_a_cache_says_so() {
        Headers kept = MARKS.plus("Age", "86400");

        assertThat(run(
                                settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()),
                                request -> !request.headers().has("Authorization")
                                        ? REFUSED
                                        : new Answered(200, kept, EVERYTHING))
                        .checks())
                .anySatisfy(line -> assertThat(line.result().detail().seen()).contains("from a cache, 86400 s old"));
    }

    @Test
    void a_repeat_that_succeeds_does_not_hide_that_the_rate_was_too_high() {
        Set<String> asked = new HashSet<>();
        CheckReport report = run(
                settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of()),
                request -> !request.headers().has("Authorization")
                        ? REFUSED
                        : asked.add(String.valueOf(request.url()))
                                ? new Answered(429, MARKS.plus("Retry-After", "1"), "")
                                : new Answered(200, MARKS, EVERYTHING));

        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.id()).isEqualTo("throttled");
            assertThat(finding.severity()).isEqualTo(Severity.WARN);
            assertThat(finding.evidence())
                    .anyMatch(proof -> proof.value().seen().startsWith("1 of 2 tries got HTTP 429"));
        });
    }

    /** The token is valid from the first second to the last of an hour; the answers' Date says that it is over. */
    @Test
    void a_date_in_an_answer_fails_no_token_that_the_service_takes() {
        String claims =
                "{\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"app\",\"oid\":\"1\",\"roles\":[\"User.Read.All\","
                        + "\"Group.Read.All\"],\"iat\":0,\"nbf\":0,\"exp\":3600}";
        Credential token = new Credential.GivenToken(
                PastedToken.of(base64("{\"alg\":\"RS256\"}") + "." + base64(claims) + "." + "c2ln".repeat(20)),
                "the test");
        Headers late = MARKS.plus("Date", "Thu, 01 Jan 1970 05:00:00 GMT");
        Answered refused = new Answered(401, late.plus("WWW-Authenticate", "Bearer"), "");
        Answered served = new Answered(200, late, EVERYTHING);
        CheckSettings settings = settings(Cloud.GLOBAL.baseUrl(), token, Set.of());

        assertThat(expired(settings, refused, served)).isEqualTo(Severity.WARN);
        assertThat(expired(settings, refused, refused)).isEqualTo(Severity.FAIL);
    }

    private static Severity expired(CheckSettings settings, Answered without, Answered with) {
        return run(settings, request -> request.headers().has("Authorization") ? with : without).findings().stream()
                .filter(finding -> finding.id().equals("token-expired"))
                .findFirst()
                .orElseThrow()
                .severity();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(CheckSettings settings, Answered answer) {
        return run(settings, request -> answer).findings().stream()
                .map(Finding::id)
                .toList();
    }

    @Test
    void what_was_interrupted_advises_no_longer_check() {
        CheckSettings settings = settings(Cloud.GLOBAL.baseUrl(), TOKEN, Set.of());
        CheckReport report = new CheckRunner(settings, NEVER, new Quiet(true), secret -> {}).run();

        String text = BlockText.of(new CheckBlocks(report, true).page(Style.PLAIN, false), Style.PLAIN);

        assertThat(text).contains("Exit code 130").doesNotContain("Next");
    }

    @Test
    void what_keeps_every_call_from_an_answer_comes_before_what_the_token_lacks() {
        String claims =
                "{\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"app\",\"exp\":3600,\"roles\":[\"Mail.Read\"]}";
        String token = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(claims) + "." + "x".repeat(342);
        CheckSettings settings = settings(
                Cloud.GLOBAL.baseUrl(), new Credential.GivenToken(PastedToken.of(token), "the test"), Set.of());

        CheckReport cut = run(settings, request -> new Unanswered(TransportFault.TLS_UNTRUSTED, "nobody signs it"));
        CheckReport refused = run(settings, request -> REFUSED);

        assertThat(cut.findings())
                .extracting(Finding::id)
                .startsWith("tls-untrusted")
                .contains("permission-missing");
        assertThat(cut.verdict().id()).isEqualTo("tls-untrusted");
        assertThat(refused.verdict().id()).isEqualTo("token-missing");
    }

    private static CheckReport run(CheckSettings settings, Function<SentRequest, Outcome> server) {
        Transport transport = new Transport() {
            @Override
            public Exchange send(SentRequest request) {
                Outcome outcome = server.apply(request);
                Integer status = outcome instanceof Answered answer ? answer.status() : null;
                Duration wait = Integer.valueOf(429).equals(status) ? Duration.ofSeconds(1) : null;
                Attempt attempt = new Attempt(Instant.EPOCH, status, Duration.ZERO, wait, null, null);
                return new Exchange(request, outcome, List.of(attempt), Instant.EPOCH, Trace.NONE);
            }

            @Override
            public void close() {}
        };
        return new CheckRunner(settings, transport, new Quiet(false), secret -> {}).run();
    }

    private static CheckSettings settings(String baseUrl, @Nullable Credential credential, Set<String> missing) {
        Cloud cloud = Cloud.ofGraphHost(URI.create(baseUrl).getHost().toLowerCase(Locale.ROOT));
        return new CheckSettings(
                new CheckSettings.Target(baseUrl, cloud, null, null, Set.of(), false),
                credential,
                missing,
                Goal.READ,
                new CheckSettings.Scope(false, null, null, null, null, List.of(), CheckSettings.Choice.ALL),
                new CheckSettings.Budget(10, 1, Duration.ofSeconds(1)),
                FailureRules.USUAL,
                false);
    }

    /** A process that nothing happens in. */
    private record Quiet(boolean isStopped) implements CheckEnvironment {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public String newId() {
            return "00000000-0000-4000-8000-000000000001";
        }

        @Override
        public void pause(Duration duration) {}
    }
}
