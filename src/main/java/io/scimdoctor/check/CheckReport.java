package io.scimdoctor.check;

import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.token.Claims;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run found.
 *
 * @param tenant the tenant that was meant, or else the one of the token
 * @param token the claims of the token in use, or null when there was none that could be read
 * @param checks every planned check in order, skipped ones included
 * @param findings each condition once, the leading one first
 * @param calls how many calls went to the API
 * @param complete whether nothing cut the run short
 */
public record CheckReport(
        String runId,
        Instant startedAt,
        Instant finishedAt,
        boolean complete,
        CheckSettings settings,
        @Nullable String tenant,
        @Nullable Claims token,
        Verdict verdict,
        List<CheckLine> checks,
        List<Finding> findings,
        List<RecordedCall> requests,
        int calls) {
    /** USD for one billable call. Source: "Enable the SCIM Provisioning API" (2026-03-26); it may have changed since. */
    public static final BigDecimal PRICE = new BigDecimal("0.002");

    /** One check of the report. */
    public record CheckLine(CheckInfo info, CheckResult result, Duration duration) {}

    /** What so many billable calls cost, in USD. */
    public static BigDecimal price(long billable) {
        return PRICE.multiply(BigDecimal.valueOf(billable));
    }

    public int billable() {
        return (int) requests.stream().filter(this::isBillable).count();
    }

    /** Whether Microsoft probably bills the call; it bills none to another product or to this machine. */
    public boolean isBillable(RecordedCall request) {
        boolean stranger = findings.stream().anyMatch(finding -> finding.id().equals(NetworkChecks.NOT_ENTRA));
        return !settings.isFree() && !stranger && request.isBillable();
    }

    /** How many checks ended in each status. */
    public Map<Status, Integer> summary() {
        Map<Status, Integer> summary = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            summary.put(status, 0);
        }
        checks.forEach(line -> summary.merge(line.result().status(), 1, Integer::sum));
        return summary;
    }
}
