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
 * @param steps what to do, in order, each starting with a verb
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
        List<String> steps,
        List<Evidence> evidence,
        List<String> links,
        Basis basis) {
    public Finding {
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
        links = List.copyOf(links);
    }

    /** The same finding with more evidence behind what it has. */
    public Finding with(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(more);
        return new Finding(id, error, httpStatus, severity, confidence, owner, title, cause, steps, all, links, basis);
    }
}
