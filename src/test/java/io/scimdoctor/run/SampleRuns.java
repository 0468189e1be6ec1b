package io.scimdoctor.run;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.SafeExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs that are the same each time: one of a day when all was well, and one of the day after. */
public final class SampleRuns {
    public static final String HEALTHY = "aaaaaaaa-0000-4000-8000-000000000001";
    public static final String FAILED = "bbbbbbbb-0000-4000-8000-000000000002";
    private static final String BASE = "https://graph.microsoft.com/rp/scim";
    private static final String TENANT = "5c1d0c70-1111-4222-8333-444455556666";
    private static final String CLIENT = "5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff";
    private static final Redaction REDACTION = new Redaction(new PseudonymTable(), secret -> {});

    private SampleRuns() {}

    /** Everything worked. */
    public static Run healthy() {
        Instant at = Instant.parse("2026-11-22T08:00:00.250Z");
        return run(
                head(HEALTHY, at, "2026-11-01", "17.0.14"),
                new Verdict(Status.PASS, null, "Everything that was checked is in order", null, ExitCode.HEALTHY),
                token(at, "User.Read.All, Group.Read.All"),
                List.of(),
                List.of(
                        call("users", at, 200, "{\"totalResults\":1}", 180),
                        call("groups", at.plusMillis(400), 200, "{\"totalResults\":0}", 150)));
    }

    /** The application lost a role; the call was tried twice. */
    public static Run failed() {
        Instant at = Instant.parse("2026-11-23T09:30:00.257Z");
        Finding finding = Catalog.load()
                .finding("permission-missing", List.of(new Evidence("roles in the token", "Group.Read.All")));
        return run(
                head(FAILED, at, "2026-11-23", "17.0.15"),
                new Verdict(Status.FAIL, finding.id(), finding.title(), finding.owner(), ExitCode.PROBLEM),
                token(at, "Group.Read.All"),
                List.of(finding),
                List.of(
                        call("users", at, 403, REFUSAL, 1900),
                        call("groups", at.plusMillis(2100), 200, "{\"totalResults\":0}", 160)));
    }

    private static final String REFUSAL = "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":"
            + "\"Insufficient privileges to complete the operation.\",\"innerError\":{\"date\":\"2026-11-23T09:30:01\","
            + "\"request-id\":\"33333333-0000-4000-8000-000000000403\"}}}";

    private static RunHead head(String id, Instant at, String catalogue, String java) {
        return new RunHead(
                id,
                RunHead.Kind.CHECK,
                at,
                at.plusMillis(2600),
                true,
                false,
                new Machine(
                        "0.1.0",
                        catalogue,
                        List.of(new Evidence("java", java), new Evidence("system", "Linux 6.1.0 amd64"))));
    }

    private static Run.RunToken token(Instant at, String roles) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("aud", "https://graph.microsoft.com");
        claims.put("appid", CLIENT);
        claims.put("tid", TENANT);
        claims.put("roles", roles);
        claims.put("iat", at.minusSeconds(60).toString());
        claims.put("exp", at.plusSeconds(3600).toString());
        return new Run.RunToken(claims);
    }

    private static Run run(
            RunHead head, Verdict verdict, Run.RunToken token, List<Finding> findings, List<RunCall> calls) {
        boolean well = findings.isEmpty();
        List<String> ids = findings.stream().map(Finding::id).toList();
        return new Run(
                head,
                new Run.RunTarget("global", BASE, TENANT, CLIENT),
                verdict,
                List.of(
                        new Run.RunSetting("tenant", TENANT, "AZURE_TENANT_ID"),
                        new Run.RunSetting(
                                "client-secret", null, well ? "AZURE_CLIENT_SECRET" : "--client-secret-file")),
                token,
                List.of(
                        new Run.RunCheck(
                                "token.lifetime", "The token is valid now", "pass", "valid for 60 min", List.of()),
                        new Run.RunCheck("data.users", "Users can be read", well ? "pass" : "fail", "", ids)),
                findings,
                well ? List.of() : List.of(group(head, ids.get(0))),
                new Run.RunTotals(calls.size(), findings.size(), 0),
                calls,
                Map.of("header Authorization", calls.size()));
    }

    private static Run.RunGroup group(RunHead head, String id) {
        Instant at = head.startedAt();
        List<String> requests = List.of("33333333-0000-4000-8000-000000000403");
        return new Run.RunGroup(id, 1, at, at, List.of("GET /users"), requests, RunWindows.UNKNOWN);
    }

    private static RunCall call(String id, Instant at, int status, String body, long millis) {
        String client = "22222222-0000-4000-8000-00000000" + (1000 + id.length());
        String request = "33333333-0000-4000-8000-000000000" + status;
        Headers sent =
                Headers.of("Accept", "application/scim+json", "Authorization", "Bearer x", "client-request-id", client);
        Headers got = Headers.of("Content-Type", "application/json", "request-id", request);
        List<Attempt> attempts = List.of(
                new Attempt(at, 429, Duration.ofMillis(40), Duration.ofSeconds(1), client, request),
                new Attempt(at.plusMillis(1040), status, Duration.ofMillis(millis), null, client, request));
        Trace.Phases phases = new Trace.Phases(
                Duration.ofMillis(3),
                Duration.ofMillis(20),
                Duration.ofMillis(41),
                Duration.ofMillis(millis - 5),
                Duration.ofMillis(millis));
        boolean failed = status != 200;
        Trace trace = new Trace(
                failed ? "20.190.160.21:443" : "20.190.160.20:443",
                failed ? "http://proxy.contoso.example:8080" : null,
                "TLSv1.3",
                failed ? "CN=Contoso Inspection" : "CN=Microsoft Azure RSA TLS Issuing CA",
                phases);
        SentRequest get = SentRequest.get(BASE + "/" + id + "?count=1", sent);
        Exchange exchange = new Exchange(
                get, new Answered(status, got, body), failed ? attempts : attempts.subList(1, 2), at, trace);
        SafeExchange safe = REDACTION.exchange(exchange);
        return new RunCall(id, null, safe, !failed, failed ? "permission-missing" : null, List.of());
    }
}
