package io.scimdoctor.watch;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Goal;
import io.scimdoctor.check.Probe;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Told;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.wire.SampleTenant;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans for tests. */
public final class Plans {
    public static final WatchPlan.Limits NONE = new WatchPlan.Limits(null, 0, Integer.MAX_VALUE, null);
    public static final String ID = "7a1c52be-0000-4000-8000-000000000001";

    private Plans() {}

    static WatchPlan.Limits hours(long hours) {
        return new WatchPlan.Limits(Duration.ofHours(hours), 0, Integer.MAX_VALUE, null);
    }

    static WatchPlan.Limits calls(int calls) {
        return new WatchPlan.Limits(null, 0, calls, null);
    }

    static WatchPlan.Limits usd(String usd) {
        return new WatchPlan.Limits(null, 0, Integer.MAX_VALUE, new BigDecimal(usd));
    }

    static WatchPlan.Limits untilFail(int rounds) {
        return new WatchPlan.Limits(null, rounds, Integer.MAX_VALUE, null);
    }

    /** A whole check with client credentials against a simulator. */
    static WatchPlan check(Simulator simulator, WatchPlan.Limits limits) {
        Credential credential = new Credential.ClientCredentials(
                simulator.authority(),
                SampleTenant.TENANT_ID,
                SampleTenant.CLIENT_ID,
                Cloud.GLOBAL.scope(),
                new ClientProof.SharedSecret(new Secret(SampleTenant.CLIENT_SECRET)),
                "the test");
        return plan(
                new CheckSettings.Target(
                        simulator.baseUrl(),
                        Cloud.GLOBAL,
                        SampleTenant.TENANT_ID,
                        SampleTenant.CLIENT_ID,
                        Set.of(),
                        false),
                credential,
                new CheckSettings.Scope(false, null, null, null, null, List.of(), CheckSettings.Choice.ALL),
                limits);
    }

    /** One read of the users, billed as if it went to Microsoft. */
    public static WatchPlan probe(WatchPlan.Limits limits) {
        return probe(limits, new Credential.GivenToken(PastedToken.of("EwBwA8l6BAAU"), "the test"));
    }

    public static WatchPlan probe(WatchPlan.Limits limits, Credential credential) {
        Probe probe = new Probe("request", "GET", "/users?count=1", Headers.NONE, null, true);
        return plan(
                new CheckSettings.Target(Cloud.GLOBAL.baseUrl(), Cloud.GLOBAL, null, null, Set.of(), false),
                credential,
                CheckSettings.Scope.of(List.of(probe)),
                limits);
    }

    private static WatchPlan plan(
            CheckSettings.Target target,
            @Nullable Credential credential,
            CheckSettings.Scope scope,
            WatchPlan.Limits limits) {
        CheckSettings settings = new CheckSettings(
                target,
                credential,
                Set.of(),
                Goal.READ,
                scope,
                new CheckSettings.Budget(Integer.MAX_VALUE, 0, Duration.ofSeconds(30)),
                FailureRules.USUAL,
                false);
        Duration interval = Duration.ofMinutes(1);
        String what = scope.requests().isEmpty() ? "check" : "GET /users?count=1";
        return new WatchPlan(
                ID, SimulatedProcess.START, Told.own(what), interval, WatchPlan.gap(interval), limits, settings);
    }
}
