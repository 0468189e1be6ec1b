package io.scimdoctor.manual;

import io.scimdoctor.json.Resource;
import java.util.List;

/** A value that may be meant, and one line that says what it is. */
public record Candidate(String value, String description) {
    /** Those that are always the same, by the name of their list. */
    public static List<Candidate> list(String name) {
        return Resource.json(Candidate.class, "candidates.json").path(name).properties().stream()
                .map(each -> new Candidate(each.getKey(), each.getValue().asText()))
                .toList();
    }
}
