package io.scimdoctor.report;

import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Groups;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailOn;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run over captured answers adds up to. */
public final class DiagnosisTally {
    private final FailOn failOn;
    private final Set<String> ignored;
    private final Groups groups = new Groups();
    private long exchanges;
    private long failures;
    private long unreadable;
    private boolean problem;

    public DiagnosisTally(FailOn failOn, Set<String> ignored) {
        this.failOn = failOn;
        this.ignored = Set.copyOf(ignored);
    }

    public void add(ExchangeFacts exchange, Diagnosis diagnosis) {
        exchanges++;
        Finding finding = diagnosis.finding();
        if (finding != null) {
            failures++;
            problem |= counts(finding);
            groups.add(finding, exchange);
        }
    }

    /** Whether the finding makes the run a failure. */
    boolean counts(Finding finding) {
        return failOn.counts(finding.severity()) && !isIgnored(finding.id());
    }

    boolean isIgnored(@Nullable String id) {
        return id != null && ignored.contains(id);
    }

    public void addUnreadable() {
        unreadable++;
    }

    /** One finding of each kind, the most frequent first. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Groups.Group group : groups.list()) {
            findings.add(group.first());
        }
        return findings;
    }

    public Groups groups() {
        return groups;
    }

    public long exchanges() {
        return exchanges;
    }

    public long failures() {
        return failures;
    }

    public long unreadable() {
        return unreadable;
    }

    public Verdict verdict() {
        if (exchanges == 0) {
            String title = "Nothing in the input could be understood as an answer";
            return new Verdict(Status.UNKNOWN, null, title, null, ExitCode.NO_VERDICT);
        }
        ExitCode code = problem ? ExitCode.PROBLEM : ExitCode.HEALTHY;
        if (failures == 0) {
            String title = exchanges == 1 ? "The call succeeded" : "All " + exchanges + " calls succeeded";
            return new Verdict(Status.PASS, null, title, null, code);
        }
        Finding leading = leading();
        Status status = leading.severity() == Severity.FAIL ? Status.FAIL : Status.WARN;
        return new Verdict(status, leading.id(), leading.title(), leading.owner(), code);
    }

    /** The gravest kind of finding; of equally grave ones the most frequent. */
    private Finding leading() {
        Finding leading = groups.list().get(0).first();
        for (Groups.Group group : groups.list()) {
            if (group.first().severity().compareTo(leading.severity()) < 0) {
                leading = group.first();
            }
        }
        return leading;
    }
}
