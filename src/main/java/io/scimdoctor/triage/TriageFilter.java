package io.scimdoctor.triage;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a capture is asked for.
 *
 * @param since calls before this time are left out, and so are those without a time
 * @param until calls after this time are left out, and so are those without a time
 * @param only ids of the findings that are asked for; empty for all
 */
public record TriageFilter(
        @Nullable Instant since, @Nullable Instant until, Set<String> only) {
    public static final TriageFilter ALL = new TriageFilter(null, null, Set.of());

    boolean isTime(@Nullable Instant at) {
        return isAnyTime()
                || (at != null && (since == null || !at.isBefore(since)) && (until == null || !at.isAfter(until)));
    }

    boolean isAll() {
        return isAnyTime() && only.isEmpty();
    }

    boolean isAnyTime() {
        return since == null && until == null;
    }

    boolean isFinding(@Nullable String id) {
        return only.isEmpty() || (id != null && only.contains(id));
    }
}
