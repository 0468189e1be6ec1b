package io.scimdoctor.check;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.token.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds the results of a run up to one report. */
final class ReportBuilder {
    private static final Set<String> SERVICE_TROUBLE =
            Set.of("service-timeout", "service-fault", "service-busy", "gateway-fault");

    private final CheckSettings settings;
    private final Catalog catalog;
    private final CheckPlan plan;
    private final Map<String, CheckRunner.Done> done;

    ReportBuilder(CheckSettings settings, Catalog catalog, CheckPlan plan, Map<String, CheckRunner.Done> done) {
        this.settings = settings;
        this.catalog = catalog;
        this.plan = plan;
        this.done = done;
    }

    /** @param stopCode how the process ends when the run was stopped, or null for a whole run */
    CheckReport build(CheckContext context, Instant started, @Nullable ExitCode stopCode) {
        CallRunner caller = context.caller();
        Claims claims = context.claims();
        List<CheckReport.CheckLine> lines = new ArrayList<>();
        Map<String, Finding> findings = new LinkedHashMap<>();
        boolean undecided = false;
        for (Check check : plan.checks()) {
            CheckRunner.Done ended = done.get(check.info().id());
            CheckResult result = ended == null ? CheckResult.skip("the interruption") : ended.result();
            lines.add(
                    new CheckReport.CheckLine(check.info(), result, ended == null ? Duration.ZERO : ended.duration()));
            undecided |= result.status() == Status.UNKNOWN || ended == null;
            for (Finding finding : result.findings()) {
                findings.merge(finding.id(), finding, ReportBuilder::surer);
            }
        }
        Finding intermittent = intermittent(caller.recorded());
        if (intermittent != null) {
            findings.put(intermittent.id(), intermittent);
        }
        List<Finding> ordered = ordered(findings);
        Verdict verdict = verdict(ordered, undecided, stopCode);
        return new CheckReport(
                context.newId(),
                started,
                context.now(),
                stopCode == null,
                settings,
                tenant(claims),
                claims,
                verdict,
                lines,
                ordered,
                inOrder(caller.recorded()),
                caller.calls());
    }

    /** In the order of the plan: calls side by side end in any order. The token endpoint is no probe and comes first. */
    private List<RecordedCall> inOrder(List<RecordedCall> calls) {
        List<String> ids = plan.probes().stream().map(Probe::id).toList();
        List<RecordedCall> ordered = new ArrayList<>(calls);
        ordered.sort(Comparator.comparingInt(call -> ids.indexOf(call.id())));
        return ordered;
    }

    /** Of two findings of one condition the surer one, which is usually the service's own answer. */
    private static Finding surer(Finding first, Finding second) {
        return second.confidence().compareTo(first.confidence()) < 0 ? second : first;
    }

    /**
     * The gravest first; among equals what is decided before what is not, and then what comes first on the way to the
     * data. That another product answers comes before a failure that is only likely: it was judged by Microsoft's habits.
     */
    private List<Finding> ordered(Map<String, Finding> findings) {
        List<Finding> ordered = new ArrayList<>(findings.values());
        ordered.sort(Comparator.comparing(Finding::severity).thenComparing(this::onlyUndecided));
        Finding stranger = findings.get(NetworkChecks.NOT_ENTRA);
        if (stranger != null && !isExplained(ordered)) {
            ordered.remove(stranger);
            ordered.add(0, stranger);
        }
        return ordered;
    }

    /** Whether a failure is certain, so that it holds whoever answered. */
    private boolean isExplained(List<Finding> findings) {
        for (Finding finding : findings) {
            if (isFailure(finding) && finding.confidence() == Confidence.CERTAIN) {
                return true;
            }
        }
        return false;
    }

    private boolean isFailure(Finding finding) {
        return finding.severity() == Severity.FAIL && !onlyUndecided(finding);
    }

    /** Only the same request tells: another one may fail each time, for reasons of its own. */
    private @Nullable Finding intermittent(List<RecordedCall> calls) {
        Map<String, int[]> requests = new LinkedHashMap<>();
        for (RecordedCall call : calls) {
            Finding finding = call.finding();
            SentRequest sent = call.exchange().request();
            String request = sent.method() + sent.headers().has("Authorization") + sent.url();
            int[] ends = requests.computeIfAbsent(request, key -> new int[2]);
            ends[0] += repaired(call);
            if (call.toApi() && finding == null) {
                ends[1]++;
            } else if (finding != null && SERVICE_TROUBLE.contains(finding.id())) {
                ends[0]++;
            }
        }
        int failed = 0;
        int made = 0;
        for (int[] ends : requests.values()) {
            boolean both = ends[0] > 0 && ends[1] > 0;
            failed += both ? ends[0] : 0;
            made += both ? ends[0] + ends[1] : 0;
        }
        String share = failed + " of " + made + " calls failed";
        return failed == 0 ? null : catalog.finding("intermittent-failure", List.of(new Evidence("share", share)));
    }

    /** How many tries the service failed before one succeeded: a repeat must not hide them. */
    private static int repaired(RecordedCall call) {
        int repaired = 0;
        for (Attempt attempt :
                call.attempts().subList(0, Math.max(0, call.attempts().size() - 1))) {
            Integer status = attempt.status();
            repaired += call.toApi() && (status == null || status >= 500) ? 1 : 0;
        }
        return repaired;
    }

    private Verdict verdict(List<Finding> findings, boolean undecided, @Nullable ExitCode stopCode) {
        Finding leading = findings.isEmpty() ? null : findings.get(0);
        Status status = status(findings, undecided);
        ExitCode code = undecided ? ExitCode.NO_VERDICT : ExitCode.HEALTHY;
        for (Finding finding : findings) {
            if (settings.rules().counts(finding) && !onlyUndecided(finding)) {
                code = ExitCode.PROBLEM;
            }
        }
        code = stopCode == null ? code : stopCode;
        if (leading == null || status == Status.PASS) {
            String title = stopCode != null
                    ? "The run was interrupted before anything was found wrong"
                    : "Everything that was checked is in order";
            return new Verdict(status, null, title, null, code);
        }
        return new Verdict(status, leading.id(), leading.title(), leading.owner(), code);
    }

    private Status status(List<Finding> findings, boolean undecided) {
        Status status = Status.PASS;
        for (Finding finding : findings) {
            if (isFailure(finding)) {
                return Status.FAIL;
            }
            status = finding.severity() == Severity.WARN ? Status.WARN : status;
        }
        return undecided ? Status.UNKNOWN : status;
    }

    /** Whether the finding only says that something could not be decided. */
    private boolean onlyUndecided(Finding finding) {
        for (CheckRunner.Done ended : done.values()) {
            for (Finding shown : ended.result().findings()) {
                if (shown.id().equals(finding.id()) && ended.result().status() != Status.UNKNOWN) {
                    return false;
                }
            }
        }
        return !finding.id().equals("intermittent-failure");
    }

    private @Nullable String tenant(@Nullable Claims claims) {
        String configured = settings.target().tenant();
        return configured != null || claims == null ? configured : claims.text("tid");
    }
}
