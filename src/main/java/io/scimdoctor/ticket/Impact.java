package io.scimdoctor.ticket;

import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.token.Claims;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How much fails, since when, and what was done about it. */
final class Impact {
    private static final int MOST_FINDINGS = 5;

    private Impact() {}

    /** What the numbers say; what it means for the business only the customer knows. */
    static List<String> hints(Material material) {
        List<String> hints = new ArrayList<>();
        List<Finding> findings = material.findings();
        int end = Math.min(1 + MOST_FINDINGS, findings.size());
        for (Finding finding : findings.subList(Math.min(1, end), end)) {
            Ticket.Occurrence seen = material.occurrence(finding.id());
            if (seen.count() > 0) {
                hints.add(finding.id() + ": " + Frequency.of(seen) + ".");
            }
        }
        if (end < findings.size()) {
            hints.add("And " + Amounts.count(findings.size() - end, "more kind") + " of findings.");
        }
        long calls = material.runs().stream().mapToLong(Material::calls).sum();
        long failures = material.runs().stream().mapToLong(Material::failures).sum();
        if (calls > 0) {
            hints.add(overall(calls, failures, material.live() == null));
        }
        return hints;
    }

    private static String overall(long calls, long failures, boolean captured) {
        if (failures == 0) {
            return "No call of this evidence failed.";
        }
        if (failures < calls) {
            return failures + " of " + calls + " calls failed, " + (calls - failures) + " succeeded.";
        }
        // Who hands over answers picks those that failed.
        return captured
                ? "Every captured call failed (" + calls + "); what succeeded may not have been captured."
                : "Every call of this evidence failed (" + calls + "): nothing works for this caller.";
    }

    /** To the millisecond: what is finer helps nobody to find a line in a log. */
    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static String spoken(Duration duration) {
        return duration.toSeconds() < 2 ? duration.toMillis() + " ms" : Claims.span(duration);
    }

    /** Runs, repetitions and what the user says. */
    static List<String> tried(Material material, List<String> notes) {
        List<String> tried = new ArrayList<>();
        for (Run run : material.runs()) {
            tried.add(run(run));
            retries(run, tried);
        }
        notes.forEach(note -> tried.add("Note: " + note));
        return tried;
    }

    private static String run(Run run) {
        RunHead head = run.head();
        long calls = Material.calls(run);
        String found = Objects.requireNonNullElse(run.verdict().id(), "nothing wrong");
        String what = head.kind() == RunHead.Kind.IMPORT
                ? "Captured answers were read"
                : "scimdoctor " + head.kind().slug() + (head.simulated() ? " (SIMULATED)" : "") + " ran";
        return what + ", " + text(head.startedAt()) + " to " + text(head.finishedAt()) + ", "
                + Amounts.count(calls, "call") + ": found " + found
                + (head.complete() ? "" : "; it was cut short") + ".";
    }

    private static void retries(Run run, List<String> tried) {
        for (RunCall call : run.calls()) {
            List<Attempt> attempts = call.exchange().attempts();
            if (attempts.size() > 1) {
                String statuses = attempts.stream()
                        .map(attempt -> Objects.toString(attempt.status(), "no answer"))
                        .collect(Collectors.joining(", "));
                tried.add("Call " + call.id() + " was tried " + attempts.size() + " times: " + statuses + ".");
            }
        }
    }

    /** What the evidence says of the feature, the permissions and the objects. */
    static List<Ticket.Fact> state(Material material) {
        Run.RunToken token = material.token();
        return List.of(
                new Ticket.Fact("SCIM Provisioning API feature", feature(material)),
                new Ticket.Fact("application permissions in the token", token == null ? null : roles(token)),
                new Ticket.Fact("objects involved", objects(material)));
    }

    private static String roles(Run.RunToken token) {
        String roles = token.claim("roles");
        return roles == null || roles.isEmpty() ? "none" : roles;
    }

    private static @Nullable String feature(Material material) {
        for (FailedCall call : material.cases()) {
            if ("feature-not-enabled".equals(call.recorded().finding())) {
                return "off, as the service says";
            }
            if (call.succeeded() && call.isToApi()) {
                return "on: " + call.method() + " of the API gave " + call.status();
            }
        }
        return null;
    }

    private static @Nullable String objects(Material material) {
        String objects = Whereabouts.each(material.telling(), FailedCall::object);
        boolean located =
                material.telling().stream().anyMatch(call -> call.seen().url() != null);
        return objects == null && located ? "none: the failing calls name no single object" : objects;
    }
}
