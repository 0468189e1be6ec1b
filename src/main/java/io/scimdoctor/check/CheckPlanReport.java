package io.scimdoctor.check;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.token.Credential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do.
 *
 * @param calls every call, in the order in which it is likely to be made
 */
public record CheckPlanReport(CheckSettings settings, Instant at, List<CheckInfo> checks, List<PlannedCall> calls) {

    private static final String TOKEN = "token";

    /**
     * One call of a plan.
     *
     * @param headers all that are sent, masked
     * @param body what is sent with it, masked, or null
     * @param billable whether it is probably billed when it succeeds
     */
    public record PlannedCall(
            String id,
            String method,
            String url,
            Headers headers,
            @Nullable String body,
            boolean billable) {
        boolean toApi() {
            return !id.equals(TOKEN);
        }
    }

    /** The plan of a run with these settings; nothing is called. */
    public static CheckPlanReport of(CheckSettings settings, Instant at) {
        CheckPlan plan = CheckPlan.of(settings);
        List<CheckInfo> checks = plan.checks().stream()
                .map(Check::info)
                .filter(info -> !plan.leftOut().containsKey(info.id()))
                .toList();
        List<PlannedCall> calls = new ArrayList<>(tokenCalls(settings));
        plan.probes().stream()
                .limit(settings.budget().maxCalls())
                .forEach(probe -> calls.add(planned(settings, probe)));
        return new CheckPlanReport(settings, at, checks, calls);
    }

    /** The same without the calls that need a token. */
    public CheckPlanReport withoutToken() {
        List<PlannedCall> left = new ArrayList<>(calls);
        left.removeIf(call -> call.headers().has("Authorization"));
        return new CheckPlanReport(settings, at, checks, left);
    }

    /** The plan of getting a token and nothing else. */
    public static CheckPlanReport ofToken(CheckSettings settings, Instant at) {
        return new CheckPlanReport(settings, at, List.of(), tokenCalls(settings));
    }

    private static List<PlannedCall> tokenCalls(CheckSettings settings) {
        Headers headers = Headers.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded");
        return settings.credential() instanceof Credential.ClientCredentials client
                ? List.of(new PlannedCall(TOKEN, "POST", client.tokenEndpoint(), headers, null, false))
                : List.of();
    }

    /** How many calls go to the API, and not to the token endpoint. */
    public int apiCalls() {
        return (int) calls.stream().filter(PlannedCall::toApi).count();
    }

    public int billable() {
        return (int) calls.stream().filter(PlannedCall::billable).count();
    }

    /** Whether none of the calls changes anything. */
    public boolean isReadOnly() {
        return calls.stream().allMatch(call -> !call.toApi() || call.method().equals("GET"));
    }

    private static PlannedCall planned(CheckSettings settings, Probe probe) {
        Redaction redaction = new Redaction(Pseudonyms.NONE, secret -> {});
        String body = probe.body();
        Headers headers = redaction.headers(probe.headers()).plus("client-request-id", "<a fresh GUID>");
        if (probe.withToken()) {
            headers = headers.plus("Authorization", "Bearer <token>");
        }
        String url = settings.target().baseUrl() + probe.path();
        return new PlannedCall(
                probe.id(),
                probe.method(),
                url,
                headers,
                body == null ? null : redaction.body(body),
                // Every call is probably billed when it succeeds, but the one without a token is refused.
                probe.withToken() && !settings.isFree());
    }
}
