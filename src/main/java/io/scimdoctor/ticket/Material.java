package io.scimdoctor.ticket;

import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunWindows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs that a ticket is made of, seen as one. */
public final class Material {
    private final List<Run> runs;
    private final List<FailedCall> cases = new ArrayList<>();

    /** @param runs in the order in which they were named; each counts once */
    public Material(List<Run> runs) {
        Map<String, Run> once = new LinkedHashMap<>();
        runs.forEach(run -> once.putIfAbsent(run.head().id(), run));
        this.runs = List.copyOf(once.values());
        for (Run run : this.runs) {
            run.calls().stream()
                    .filter(call -> !isMeant(run, call))
                    .forEach(call -> cases.add(new FailedCall(run, call)));
        }
    }

    /** Each once, in the order in which they were named. */
    public List<Run> runs() {
        return runs;
    }

    boolean simulated() {
        return runs.stream().anyMatch(run -> run.head().simulated());
    }

    /** The run whose verdict leads: the first that failed, or else the first that warns, or else the first. */
    Run leading() {
        return Stream.of(Status.FAIL, Status.WARN, Status.UNKNOWN)
                .flatMap(status -> runs.stream().filter(run -> run.verdict().status() == status))
                .findFirst()
                .orElse(runs.get(0));
    }

    /** What failed or warns, each condition once, the leading one first and then the most frequent. */
    List<Finding> findings() {
        Map<String, Finding> found = new LinkedHashMap<>();
        for (Run run : runs) {
            for (Finding finding : run.findings()) {
                if (finding.severity() != Severity.INFO) {
                    found.putIfAbsent(finding.id(), finding);
                }
            }
        }
        List<Finding> ordered = new ArrayList<>(found.values());
        ordered.sort(Comparator.comparing((Finding finding) -> finding.severity())
                .thenComparing(finding -> finding.owner() != Owner.MICROSOFT_SUPPORT)
                .thenComparing(finding -> -occurrence(finding.id()).count()));
        String id = leading().verdict().id();
        Finding first = id == null ? null : found.get(id);
        // Support has to read of what is its own.
        if (first != null && ordered.get(0).owner() != Owner.MICROSOFT_SUPPORT) {
            ordered.remove(first);
            ordered.add(0, first);
        }
        return ordered;
    }

    /** How often a finding was seen over all runs. */
    Ticket.Occurrence occurrence(String id) {
        // Captured answers and calls of our own are no share of each other.
        List<Run> comparable = runs.stream()
                .filter(run -> runs.stream().anyMatch(other -> isLive(other) == isLive(run) && shows(other, id)))
                .toList();
        List<Run.RunGroup> groups = runs.stream()
                .flatMap(run -> run.groups().stream())
                .filter(group -> group.id().equals(id))
                .toList();
        return new Ticket.Occurrence(
                groups.stream().mapToLong(Run.RunGroup::count).sum(),
                comparable.stream().mapToLong(Material::calls).sum(),
                outermost(groups.stream().map(Run.RunGroup::firstSeen), Comparator.naturalOrder()),
                outermost(groups.stream().map(Run.RunGroup::lastSeen), Comparator.reverseOrder()),
                groups.stream()
                        .flatMap(group -> group.endpoints().stream())
                        .distinct()
                        .toList(),
                RunWindows.joined(groups.stream().map(Run.RunGroup::windows).toList()),
                outermost(comparable.stream().map(run -> run.head().startedAt()), Comparator.naturalOrder()),
                outermost(comparable.stream().map(run -> run.head().finishedAt()), Comparator.reverseOrder()));
    }

    private static @Nullable Instant outermost(Stream<@Nullable Instant> times, Comparator<Instant> order) {
        return times.filter(Objects::nonNull).min(order).orElse(null);
    }

    private static boolean shows(Run run, String id) {
        return run.groups().stream().anyMatch(group -> group.id().equals(id));
    }

    /** How many calls count: one that had to fail, as the check's call without a token has, says nothing of the service. */
    static long calls(Run run) {
        return run.totals().exchanges() - meant(run);
    }

    /** How many of them failed. */
    static long failures(Run run) {
        return run.totals().failures() - meant(run);
    }

    private static long meant(Run run) {
        return run.calls().stream().filter(call -> isMeant(run, call)).count();
    }

    /** Whether a call had to fail: the run reports nothing of what it shows. */
    private static boolean isMeant(Run run, RunCall call) {
        String finding = call.finding();
        return isLive(run) && finding != null && run.finding(finding) == null;
    }

    /** The recorded calls that show a finding, in order. */
    List<FailedCall> cases(String id) {
        return cases.stream()
                .filter(call -> id.equals(call.recorded().finding()))
                .toList();
    }

    /** All recorded calls that count, in order. */
    List<FailedCall> cases() {
        return cases;
    }

    /** The calls that say most about the trouble: those of the leading finding, or all when no call shows it. */
    List<FailedCall> telling() {
        List<Finding> findings = findings();
        List<FailedCall> telling =
                findings.isEmpty() ? List.of() : cases(findings.get(0).id());
        return telling.isEmpty() ? cases : telling;
    }

    /** The claims that were in use, those of the leading run first. */
    Run.@Nullable RunToken token() {
        return first(Run::token);
    }

    /** A part of the target that any run knows, those of the leading run first. */
    @Nullable
    String target(Function<Run.RunTarget, @Nullable String> part) {
        return first(run -> part.apply(run.target()));
    }

    private <T> @Nullable T first(Function<Run, @Nullable T> part) {
        T value = part.apply(leading());
        for (Run run : runs) {
            value = value == null ? part.apply(run) : value;
        }
        return value;
    }

    /** The first run that made its calls itself, or null when there are captures only. */
    @Nullable
    Run live() {
        return first(run -> isLive(run) ? run : null);
    }

    static boolean isLive(Run run) {
        return run.head().kind() != RunHead.Kind.IMPORT;
    }
}
