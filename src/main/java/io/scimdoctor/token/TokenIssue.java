package io.scimdoctor.token;

import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Something about a token that the catalogue has a condition for.
 *
 * @param id the condition's id
 */
public record TokenIssue(String id, Confidence confidence, List<Evidence> evidence) {

    /** The same issue with what it does not say itself. */
    TokenIssue with(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        more.stream()
                .filter(item -> evidence.stream().noneMatch(own -> own.name().equals(item.name())))
                .forEach(all::add);
        return new TokenIssue(id, confidence, all);
    }
}
