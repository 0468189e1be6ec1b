package io.scimdoctor.run;

import io.scimdoctor.exchange.First;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded run: what was called, what came back and what it meant, without any secret and with pseudonyms for what is
 * personal. It is the one source of tickets, exports and comparisons.
 *
 * @param settings the effective settings, secrets without their values
 * @param token the claims of the token in use, or null when there was none that could be read
 * @param checks the checks of a diagnosis; empty for single requests and imported captures
 * @param findings each condition once, the leading one first
 * @param groups what was found how often and when, the most frequent first
 * @param totals how many exchanges there were, of which {@code calls} may hold only a part
 * @param calls the exchanges, oldest first; of a large capture enough of each finding
 * @param masked how often something was masked in each place
 */
public record Run(
        RunHead head,
        RunTarget target,
        Verdict verdict,
        List<RunSetting> settings,
        @Nullable RunToken token,
        List<RunCheck> checks,
        List<Finding> findings,
        List<RunGroup> groups,
        RunTotals totals,
        List<RunCall> calls,
        Map<String, Integer> masked) {
    /**
     * What was called, as far as it is known.
     *
     * @param cloud the cloud's name, such as {@code global}
     * @param clientId the application (client) id
     */
    public record RunTarget(
            @Nullable String cloud,
            @Nullable String baseUrl,
            @Nullable String tenantId,
            @Nullable String clientId) {
        /** With as much of each part as may be kept. */
        static RunTarget of(
                @Nullable Cloud cloud, @Nullable String baseUrl, @Nullable String tenant, @Nullable String client) {
            return new RunTarget(
                    cloud == null ? null : cloud.slug(),
                    baseUrl == null ? null : Redactor.url(baseUrl),
                    tenant == null ? null : Redactor.tenant(tenant),
                    client == null ? null : Redactor.text(client));
        }
    }

    /**
     * One effective setting.
     *
     * @param value null for a secret
     * @param source the option, variable or default that gave it
     */
    public record RunSetting(String name, @Nullable String value, String source) {}

    /**
     * What may be known of a token.
     *
     * @param claims by name, those that may be shown
     */
    public record RunToken(Map<String, String> claims) {
        /** A claim, or null. */
        public @Nullable String claim(String name) {
            return claims.get(name);
        }

        /** A claim that is a point in time, or null. */
        public @Nullable Instant time(String name) {
            try {
                return claims.containsKey(name) ? Instant.parse(claims.get(name)) : null;
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        /** The application (client) id, under the name that the token's version gives it. */
        public @Nullable String application() {
            String v1 = claims.get("appid");
            return v1 == null ? claims.get("azp") : v1;
        }
    }

    /**
     * One check of a diagnosis.
     *
     * @param status pass, warn, fail, skip or unknown
     * @param findings ids
     */
    public record RunCheck(String id, String title, String status, String detail, List<String> findings) {}

    /**
     * All exchanges with one finding.
     *
     * @param id the finding's id
     * @param endpoints such as {@code GET /users/{id}}
     */
    public record RunGroup(
            String id,
            long count,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            List<String> endpoints,
            List<String> sampleRequestIds,
            RunWindows windows) {}

    /** How many exchanges were seen, how many of them failed, and how many pieces could not be read. */
    public record RunTotals(long exchanges, long failures, long unreadable) {}

    /** The finding of an id, or null. */
    public @Nullable Finding finding(String id) {
        return First.of(findings, finding -> finding.id().equals(id));
    }

    /** The same with the token and the calls as they are better known. */
    public Run with(@Nullable RunToken known, List<RunCall> fuller) {
        return new Run(head, target, verdict, settings, known, checks, findings, groups, totals, fuller, masked);
    }

    /** Enters the ids of the run, of its calls, and those that only its groups name: the strict policy leaves them. */
    public void keepIds(Outgoing outgoing) {
        outgoing.keepId(head.id());
        calls.forEach(call -> outgoing.keepIds(call.exchange()));
        groups.forEach(group -> group.sampleRequestIds().forEach(outgoing::keepId));
    }
}
