package io.scimdoctor.watch.tally;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cluster of failures, from its first to its last.
 *
 * @param calls how many calls were made from the first failure to the last, both included
 * @param callsBefore how many calls succeeded since the window before this one
 * @param findings ids of what was found in it; not all when there were many
 * @param endpoints where; not all when there were many
 */
public record FailureWindow(
        Instant from,
        Instant to,
        long failures,
        long calls,
        long callsBefore,
        Set<String> findings,
        Set<String> endpoints) {
    private static final int MOST_NAMES = 8;

    static FailureWindow of(WatchedCall failure, long callsBefore) {
        String finding = String.valueOf(failure.finding());
        Set<String> endpoint = Set.of(failure.endpoint());
        return new FailureWindow(failure.at(), failure.at(), 1, 1, callsBefore, Set.of(finding), endpoint);
    }

    /** Together with the next window. */
    FailureWindow plus(FailureWindow next) {
        return new FailureWindow(
                from,
                next.to.isAfter(to) ? next.to : to,
                failures + next.failures,
                calls + next.callsBefore + next.calls,
                callsBefore,
                names(findings, next.findings),
                names(endpoints, next.endpoints));
    }

    private static Set<String> names(Set<String> known, Set<String> added) {
        Set<String> names = new TreeSet<>(known);
        for (String name : added) {
            if (names.size() < MOST_NAMES) {
                names.add(name);
            }
        }
        return names;
    }
}
