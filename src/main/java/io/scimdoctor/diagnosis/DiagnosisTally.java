package io.scimdoctor.diagnosis;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.input.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run over captured answers adds up to. */
public final class DiagnosisTally {
    /** As many as a document lists. */
    public static final int MOST_UNREAD = 10_000;

    private final FailureRules rules;
    private final Groups groups;
    private final Histogram histogram = new Histogram();
    private final Map<Owner, Long> owners = new EnumMap<>(Owner.class);
    private final List<Unreadable> unread = new ArrayList<>();
    private long exchanges;
    private long failures;
    private long unreadable;
    private boolean unreadFailure;
    private long leftOut;
    private long beside;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    public DiagnosisTally(FailureRules rules) {
        this(rules, Windows.DEFAULT_GAP);
    }

    /** @param gap the silence that ends a time window of failures */
    public DiagnosisTally(FailureRules rules, Duration gap) {
        this(rules, new Groups(gap));
    }

    private DiagnosisTally(FailureRules rules, Groups groups) {
        this.rules = rules;
        this.groups = groups;
    }

    /** An empty tally for a part of the input, to be added later. */
    public DiagnosisTally part() {
        return new DiagnosisTally(rules, groups.part());
    }

    public void add(ExchangeFacts exchange, Diagnosis diagnosis, Caller caller) {
        Sighting sighting = Sighting.of(exchange, caller);
        addCall(sighting.at());
        Finding finding = diagnosis.finding();
        if (finding != null) {
            fail(finding);
            groups.add(finding, sighting);
        }
    }

    /** What makes the run a failure. */
    public FailureRules rules() {
        return rules;
    }

    /** Counts a call; what it showed is counted separately. */
    public void addCall(@Nullable Instant at) {
        exchanges++;
        if (at != null) {
            first = Math.min(first, at.toEpochMilli());
            last = Math.max(last, at.toEpochMilli());
            histogram.add(at.toEpochMilli());
        }
    }

    /** Counts one more failure of a kind that has been seen before. */
    public void addFailure(Group group, Sighting sighting) {
        addCall(sighting.at());
        fail(group.first());
        group.add(sighting);
    }

    private void fail(Finding finding) {
        failures++;
        owners.put(finding.owner(), owners.getOrDefault(finding.owner(), 0L) + 1);
    }

    /** Counts a failure of a kind that is not asked for. */
    public void addBeside(@Nullable Instant at) {
        addCall(at);
        beside++;
    }

    /** Counts a call that has no time, or one outside the time that is asked for. */
    public void addLeftOut() {
        leftOut++;
    }

    public void addUnreadable(Unreadable piece) {
        unreadable++;
        unreadFailure |= piece.failed();
        keep(piece);
    }

    /** Keeps what has been counted already in a part of the input. */
    public void keep(Unreadable piece) {
        if (unread.size() < MOST_UNREAD) {
            unread.add(piece);
        }
    }

    /** One finding of each kind, the most frequent first. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Group group : groups.list()) {
            findings.add(group.first());
        }
        return findings;
    }

    /** Adds what a later part of the input holds. */
    public void addAll(DiagnosisTally later) {
        exchanges += later.exchanges;
        failures += later.failures;
        later.owners.forEach((owner, count) -> owners.merge(owner, count, Long::sum));
        unreadable += later.unreadable;
        unreadFailure |= later.unreadFailure;
        leftOut += later.leftOut;
        beside += later.beside;
        first = Math.min(first, later.first);
        last = Math.max(last, later.last);
        histogram.addAll(later.histogram);
        groups.addAll(later.groups);
    }

    public Groups groups() {
        return groups;
    }

    /** All calls over time, failed or not. */
    public Histogram histogram() {
        return histogram;
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

    /** The first pieces that could not be read. */
    public List<Unreadable> unread(int most) {
        return unread.subList(0, Math.min(most, unread.size()));
    }

    /** Calls outside the time that is asked for. */
    public long leftOut() {
        return leftOut;
    }

    /** Failures of kinds that are not asked for. */
    public long beside() {
        return beside;
    }

    public @Nullable Instant firstSeen() {
        return first > last ? null : Instant.ofEpochMilli(first);
    }

    public @Nullable Instant lastSeen() {
        return first > last ? null : Instant.ofEpochMilli(last);
    }

    /** How many failures each owner has to mend. */
    public Map<Owner, Long> owners() {
        return owners;
    }

    public Verdict verdict() {
        if (exchanges == 0) {
            String title = leftOut > 0
                    ? "No call in the input falls into the time that is asked for"
                    : "Nothing in the input could be understood as an answer";
            return new Verdict(Status.UNKNOWN, null, title, null, ExitCode.NO_VERDICT);
        }
        List<Finding> findings = findings();
        boolean problem = unreadFailure;
        for (Finding finding : findings) {
            problem |= rules.counts(finding);
        }
        ExitCode code = problem ? ExitCode.PROBLEM : ExitCode.HEALTHY;
        if (failures == 0 && beside > 0) {
            return new Verdict(Status.PASS, null, "No call shows the finding that is asked for", null, code);
        }
        Finding leading = Finding.gravest(findings);
        if (leading == null) {
            String title = exchanges == 1 ? "The call succeeded" : "All " + exchanges + " calls succeeded";
            title = unreadFailure ? "Failures are mentioned that could not be read" : title;
            return new Verdict(unreadFailure ? Status.FAIL : Status.PASS, null, title, null, code);
        }
        Status status = leading.severity() == Severity.FAIL ? Status.FAIL : Status.WARN;
        return new Verdict(status, leading.id(), leading.title(), leading.owner(), code);
    }
}
