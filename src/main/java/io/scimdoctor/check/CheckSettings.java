package io.scimdoctor.check;

import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.http.Authority;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.token.Credential;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param credential where the token comes from, or null when none was configured
 * @param missing names of settings that client credentials still need
 * @param rules what decides the exit code
 * @param simulated whether the service is the simulator in this very process
 */
public record CheckSettings(
        Target target,
        @Nullable Credential credential,
        Set<String> missing,
        Goal goal,
        Scope scope,
        Budget budget,
        FailureRules rules,
        boolean simulated) {

    /**
     * What is called.
     *
     * @param cloud the cloud of the base URL, or null for a host that is none of Microsoft's
     * @param allowedHosts hosts that may get a token although they are not Microsoft's
     * @param insecure whether any certificate of the server is accepted
     */
    public record Target(
            String baseUrl,
            @Nullable Cloud cloud,
            @Nullable String tenant,
            @Nullable String clientId,
            Set<String> allowedHosts,
            boolean insecure) {

        /** Whether the calls stay on this machine. */
        public boolean isLoopback() {
            String host = ScimUrl.parse(baseUrl).host();
            return host != null && Authority.isLoopback(host);
        }
    }

    /** Whether nothing that is called is Microsoft's, so that nothing is billed. */
    public boolean isFree() {
        return simulated || target.isLoopback();
    }

    /** The same with another credential and another budget. */
    public CheckSettings with(@Nullable Credential other, Budget allowed) {
        return new CheckSettings(target, other, missing, goal, scope, allowed, rules, simulated);
    }

    /**
     * What is read beyond the default.
     *
     * @param full whether the resource types and schemas are read too
     * @param scenarioProbe the extra request of a simulated scenario
     * @param requests requests of the user's choice, one after the other, instead of the diagnosis; empty for a diagnosis
     * @param choice which of the checks run
     */
    public record Scope(
            boolean full,
            @Nullable String userId,
            @Nullable String groupId,
            @Nullable String filter,
            @Nullable Probe scenarioProbe,
            List<Probe> requests,
            Choice choice) {

        /** Nothing but these requests. */
        public static Scope of(List<Probe> requests) {
            return new Scope(false, null, null, null, null, requests, Choice.ALL);
        }
    }

    /**
     * Which checks run.
     *
     * @param only ids of those that run, with what they need; empty for all
     * @param skip ids of those that do not run
     */
    public record Choice(Set<String> only, Set<String> skip) {
        public static final Choice ALL = new Choice(Set.of(), Set.of());
    }

    /**
     * What a run may cost.
     *
     * @param maxCalls the most calls to the API
     * @param retries how often one call may be repeated
     * @param longestWait the most that one Retry-After may ask for
     */
    public record Budget(int maxCalls, int retries, Duration longestWait) {}
}
