package io.scimdoctor.watch.tally;

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
        boolean fits = rows.size() < MOST_FINDINGS
                || rows.stream().anyMatch(row -> row.id().equals(finding));
        String id = finding == null || fits ? finding : OTHER;
        List<Failing> next = new ArrayList<>();
        boolean met = false;
        for (Failing row : rows) {
            boolean hit = row.id().equals(id);
            next.add(hit ? row.plus(call) : row.interrupted());
            met |= hit;
        }
        if (id != null && !met) {
            next.add(Failing.of(endpoint, id, call));
        }
        return new EndpointTally(endpoint, calls + 1, next);
    }
}
