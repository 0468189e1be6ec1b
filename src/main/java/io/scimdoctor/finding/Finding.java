package io.scimdoctor.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or noteworthy, with its proof and its remedy.
 *
 * @param id the condition's id, which is never renamed
 * @param error the name in Microsoft's error table, or one beside it
 * @param httpStatus the status of the answer that showed it, if any
 * @param title one short sentence
 * @param cause why it happens
 * @param remedy what to do, in order, each starting with a verb; with blanks for what the evidence knows
 * @param request the call that shows it best, or null when no call does
 */
public record Finding(
        String id,
        String error,
        @Nullable Integer httpStatus,
        Severity severity,
        Confidence confidence,
        Owner owner,
        String title,
        String cause,
        List<String> remedy,
        List<Evidence> evidence,
        List<String> links,
        Basis basis,
        @Nullable FailedRequest request) {
    /** The first of the gravest, or null without any. */
    public static @Nullable Finding gravest(List<Finding> findings) {
        Finding gravest = null;
        for (Finding finding : findings) {
            if (gravest == null || finding.severity.compareTo(gravest.severity) < 0) {
                gravest = finding;
            }
        }
        return gravest;
    }

    /** The same finding with more evidence behind what it has. */
    public Finding with(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(more);
        return copy(severity, owner, all, request);
    }

    /** The same finding with no other evidence than that, shown by that call. */
    public Finding with(List<Evidence> proof, @Nullable FailedRequest call) {
        return copy(severity, owner, proof, call);
    }

    /** The same finding where it need not be wrong. */
    public Finding asWarning() {
        return copy(Severity.WARN, owner, evidence, request);
    }

    /** The same finding, shown by that call. */
    public Finding at(FailedRequest call) {
        return copy(severity, owner, evidence, call);
    }

    /** The same finding, where another has to act first. */
    public Finding ownedBy(Owner other) {
        return copy(severity, other, evidence, request);
    }

    /** The same finding with texts for this case. */
    public Finding explained(String why, List<String> steps) {
        return new Finding(
                id, error, httpStatus, severity, confidence, owner, title, why, steps, evidence, links, basis, request);
    }

    private Finding copy(Severity grade, Owner actor, List<Evidence> proof, @Nullable FailedRequest call) {
        return new Finding(
                id, error, httpStatus, grade, confidence, actor, title, cause, remedy, proof, links, basis, call);
    }

    /** What to do, with this case's own values. */
    public List<String> steps(Audience audience) {
        return Blanks.filled(remedy, evidence, audience);
    }

    /** The value of that evidence, or null when there is none. */
    public @Nullable Told fact(String name) {
        for (Evidence item : evidence) {
            if (item.name().equals(name)) {
                return item.value();
            }
        }
        return null;
    }
}
