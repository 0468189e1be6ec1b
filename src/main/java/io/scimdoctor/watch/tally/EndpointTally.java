package io.scimdoctor.watch.tally;

import io.scimdoctor.exchange.Any;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls to one endpoint, and what they showed.
 *
 * @param calls how often it was called, or, where nothing is called, looked at and found wrong
 * @param rows by finding, in the order of their first appearance
 */
public record EndpointTally(String endpoint, long calls, List<Failing> rows) {
    static final int MOST_FINDINGS = 20;
    static final String OTHER = "other-findings";

    EndpointTally plus(WatchedCall call) {
        String finding = call.finding();
        boolean fits =
                rows.size() < MOST_FINDINGS || Any.of(rows, row -> row.id().equals(finding));
        String id = finding == null || fits ? finding : OTHER;
        List<Failing> next = new ArrayList<>();
        rows.forEach(row -> next.add(row.id().equals(id) ? row.plus(call) : row.interrupted()));
        if (id != null && !Any.of(rows, row -> row.id().equals(id))) {
            next.add(Failing.of(endpoint, id, call));
        }
        return new EndpointTally(endpoint, calls + 1, next);
    }
}
