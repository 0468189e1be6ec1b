package io.scimdoctor.finding;

import java.util.Set;

/**
 * Which findings make a run a failure, and so its exit code 1.
 *
 * @param failOn from which severity on they do
 * @param ignored ids of those that never do
 */
public record FailureRules(FailOn failOn, Set<String> ignored) {
    /** Every failure counts, and no warning. */
    public static final FailureRules USUAL = new FailureRules(FailOn.FAIL, Set.of());

    public boolean counts(Finding finding) {
        return counts(finding.severity(), finding.id());
    }

    /** @param id of a finding, or of a rule that a request breaks */
    public boolean counts(Severity severity, String id) {
        return failOn.counts(severity) && !ignored.contains(id);
    }
}
