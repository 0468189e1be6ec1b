package io.scimdoctor.check;

import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.token.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds the results of a run up to one report. */
record ReportBuilder(CheckContext context, CheckPlan plan, Map<String, CheckReport.CheckLine> done) {
    /** Why a check did not run to its end. */
    static final String INTERRUPTION = "the interruption";

    private static final String INTERMITTENT = "intermittent-failure";
    private static final Set<String> SERVICE_TROUBLE =
            Set.of("service-timeout", "service-fault", "service-busy", "gateway-fault");

    /** @param stopCode how the process ends when the run was stopped, or null for a whole run */
    CheckReport build(Instant started, @Nullable ExitCode stopCode) {
        CheckSettings settings = context.settings();
        Claims claims = context.claims();
        List<CheckReport.CheckLine> lines = new ArrayList<>();
        Map<String, Finding> findings = new LinkedHashMap<>();
        boolean undecided = false;
        for (Check check : plan.checks()) {
            CheckResult cut = CheckResult.skip(INTERRUPTION);
            CheckReport.CheckLine line =
                    done.getOrDefault(check.id(), new CheckReport.CheckLine(check.info(), cut, Duration.ZERO));
            lines.add(line);
            undecided |= !done.containsKey(check.id()) || line.result().status() == Status.UNKNOWN;
            for (Finding finding : line.result().findings()) {
                findings.merge(finding.id(), finding, ReportBuilder::better);
            }
        }
        // In the order of the plan: calls side by side end in any order. The token endpoint, no probe, comes first.
        List<String> ids = plan.probes().stream().map(Probe::id).toList();
        List<RecordedCall> calls = new ArrayList<>(context.calls());
        calls.sort(Comparator.comparingInt(call -> ids.indexOf(call.id())));
        String share = intermittent(calls);
        if (share != null) {
            findings.put(INTERMITTENT, context.finding(INTERMITTENT, "share", share));
        }
        throttled(calls).ifPresent(finding -> findings.putIfAbsent(finding.id(), finding));
        List<Finding> ordered = ordered(findings);
        String tenant = settings.target().tenant();
        return new CheckReport(
                context.environment().newId(),
                started,
                context.environment().now(),
                stopCode == null,
                settings,
                tenant != null || claims == null ? tenant : claims.text("tid"),
                claims,
                verdict(ordered, undecided, stopCode),
                lines,
                ordered,
                calls,
                Math.min(context.counted().get(), settings.budget().maxCalls()));
    }

    /** Of two findings of one condition the surer one, which is usually the service's own answer, or the fuller one. */
    private static Finding better(Finding first, Finding second) {
        int surer = Comparator.comparing(Finding::severity)
                .thenComparing(Finding::confidence)
                .compare(first, second);
        boolean fuller = second.evidence().size() > first.evidence().size();
        return surer > 0 || (surer == 0 && fuller && second.request() != null) ? second : first;
    }

    /**
     * What keeps every call from an answer comes first; then, unless a failure is certain, that another product answers, because
     * what is only likely was judged by Microsoft's habits; then the gravest. Of equals what is decided comes first, what is
     * certain, what was answered and not only foreseen, and then what comes first on the way to the data.
     */
    private List<Finding> ordered(Map<String, Finding> findings) {
        List<Finding> ordered = new ArrayList<>(findings.values());
        ordered.sort(Comparator.comparing(Finding::severity)
                .thenComparing(this::onlyUndecided)
                .thenComparing(finding -> finding.confidence() != Confidence.CERTAIN)
                .thenComparing(finding -> isRefuted(finding, findings.values())));
        // Unless a failure is certain, that somebody else than Entra answered explains more than what the answer says.
        boolean explained =
                ordered.stream().anyMatch(finding -> isFailure(finding) && finding.confidence() == Confidence.CERTAIN);
        if (!explained) {
            ordered.sort(Comparator.comparing(finding -> !finding.id().equals(NetworkChecks.NOT_ENTRA)));
        }
        Set<String> barriers = barriers();
        ordered.sort(Comparator.comparing(finding -> !isFailure(finding) || !barriers.contains(finding.id())));
        return ordered;
    }

    /** Whether the service was foreseen to answer so, and answered otherwise. */
    private static boolean isRefuted(Finding finding, Collection<Finding> all) {
        return finding.request() == null
                && finding.error().equals("InsufficientPrivileges")
                && all.stream()
                        .anyMatch(other -> Integer.valueOf(401).equals(other.httpStatus()) && other.request() != null);
    }

    /** What the network failed with where the API answered no call at all. */
    private Set<String> barriers() {
        Set<String> barriers = new HashSet<>();
        for (CheckReport.CheckLine line : done.values()) {
            if (line.info().category() == Category.NETWORK) {
                line.result().findings().forEach(finding -> barriers.add(finding.id()));
            }
        }
        for (RecordedCall call : context.calls()) {
            if (call.toApi() && call.exchange().answer() != null) {
                barriers.clear();
            }
        }
        return barriers;
    }

    private boolean isFailure(Finding finding) {
        return finding.severity() == Severity.FAIL && !onlyUndecided(finding);
    }

    /**
     * How many calls failed of those that did not fail each time, or null when there are none. Only the same request tells:
     * another one may fail each time, for reasons of its own.
     */
    private static @Nullable String intermittent(List<RecordedCall> calls) {
        Map<String, int[]> requests = new LinkedHashMap<>();
        for (RecordedCall call : calls) {
            Finding finding = call.finding();
            SentRequest sent = call.exchange().request();
            String request = sent.method() + sent.headers().has("Authorization") + sent.url();
            int[] ends = requests.computeIfAbsent(request, key -> new int[2]);
            // A repeat must not hide the tries that the service failed before one succeeded.
            for (Attempt attempt : call.attempts().subList(0, call.attempts().size() - 1)) {
                Integer status = attempt.status();
                ends[0] += status == null || status >= 500 ? 1 : 0;
            }
            ends[0] += finding != null && SERVICE_TROUBLE.contains(finding.id()) ? 1 : 0;
            ends[1] += finding == null ? 1 : 0;
        }
        requests.values().removeIf(ends -> ends[0] == 0 || ends[1] == 0);
        int failed = requests.values().stream().mapToInt(ends -> ends[0]).sum();
        int made =
                requests.values().stream().mapToInt(ends -> ends[0] + ends[1]).sum();
        return failed == 0 ? null : failed + " of " + made + " calls failed";
    }

    /** A repeat that succeeded must not hide that calls were refused for their rate. */
    private Optional<Finding> throttled(List<RecordedCall> calls) {
        for (RecordedCall call : calls) {
            List<Attempt> tries = call.attempts();
            long refused = tries.stream()
                    .filter(attempt -> Integer.valueOf(429).equals(attempt.status()))
                    .count();
            if (call.finding() == null && refused > 0) {
                String repeats = refused + " of " + tries.size() + " tries got HTTP 429, the last one succeeded";
                Finding finding = context.finding("throttled", "repeats", repeats);
                return Optional.of(finding.asWarning().at(call.facts().request()));
            }
        }
        return Optional.empty();
    }

    private Verdict verdict(List<Finding> findings, boolean undecided, @Nullable ExitCode stopCode) {
        boolean warned = findings.stream().anyMatch(finding -> finding.severity() == Severity.WARN);
        Status status = undecided ? Status.UNKNOWN : warned ? Status.WARN : Status.PASS;
        status = findings.stream().anyMatch(this::isFailure) ? Status.FAIL : status;
        boolean problem = findings.stream()
                .anyMatch(finding -> context.settings().rules().counts(finding) && !onlyUndecided(finding));
        ExitCode judged = problem ? ExitCode.PROBLEM : undecided ? ExitCode.NO_VERDICT : ExitCode.HEALTHY;
        ExitCode code = stopCode == null ? judged : stopCode;
        if (findings.isEmpty() || status == Status.PASS) {
            String title = stopCode != null
                    ? "The run was interrupted before anything was found wrong"
                    : "Everything that was checked is in order";
            return new Verdict(status, null, title, null, code);
        }
        Finding leading = findings.get(0);
        return new Verdict(status, leading.id(), leading.title(), leading.owner(), code);
    }

    /** Whether the finding only says that something could not be decided. */
    private boolean onlyUndecided(Finding finding) {
        return !finding.id().equals(INTERMITTENT)
                && done.values().stream()
                        .map(CheckReport.CheckLine::result)
                        .noneMatch(result -> result.status() != Status.UNKNOWN
                                && result.findings().stream()
                                        .anyMatch(shown -> shown.id().equals(finding.id())));
    }
}
