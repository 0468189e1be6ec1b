package io.scimdoctor.watch.tally;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding at one endpoint: how often, when, and how many times in a row.
 *
 * @param id the finding's id
 * @param failure whether it counts as a failure, and not as a mere warning
 * @param httpStatus the status of the last answer, or null without one
 * @param run how many of the last calls to the endpoint showed it
 * @param longestRun the most calls to the endpoint in a row that showed it
 * @param requestIds the service's ids of the first and of the last such calls
 */
public record Failing(
        String endpoint,
        String id,
        boolean failure,
        @Nullable Integer httpStatus,
        Instant firstSeen,
        Instant lastSeen,
        long count,
        long run,
        long longestRun,
        List<String> requestIds) {
    private static final int FIRST_IDS = 3;
    private static final int MOST_IDS = 6;

    static Failing of(String endpoint, String id, WatchedCall call) {
        return new Failing(endpoint, id, call.failure(), null, call.at(), call.at(), 0, 0, 0, List.of()).plus(call);
    }

    Failing plus(WatchedCall call) {
        List<String> ids = new ArrayList<>(requestIds);
        String requestId = call.requestId();
        if (requestId != null) {
            ids.add(requestId);
        }
        if (ids.size() > MOST_IDS) {
            ids.remove(FIRST_IDS);
        }
        long longest = Math.max(longestRun, run + 1);
        return new Failing(
                endpoint, id, failure, call.status(), firstSeen, call.at(), count + 1, run + 1, longest, ids);
    }

    /** A call to the endpoint showed something else, or nothing. */
    Failing interrupted() {
        return new Failing(endpoint, id, failure, httpStatus, firstSeen, lastSeen, count, 0, longestRun, requestIds);
    }
}
