package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls to one endpoint, and what they showed. */
public final class EndpointTally {
    static final int MOST_FINDINGS = 20;
    static final String OTHER = "other-findings";

    private final String endpoint;
    private long calls;
    private long failures;
    private final Map<String, Failing> rows = new LinkedHashMap<>();

    EndpointTally(String endpoint) {
        this.endpoint = endpoint;
    }

    public String endpoint() {
        return endpoint;
    }

    /** How often it was called, or, where nothing is called, looked at and found wrong. */
    public long calls() {
        return calls;
    }

    public long failures() {
        return failures;
    }

    /** By finding, in the order of their first appearance. */
    public List<Failing> rows() {
        return new ArrayList<>(rows.values());
    }

    void add(WatchedCall call) {
        calls++;
        failures += call.failed() ? 1 : 0;
        WatchedCall.Shown finding = call.finding();
        Failing hit = finding == null ? null : row(finding, call);
        for (Failing row : rows.values()) {
            if (row == hit) {
                row.add(call);
            } else {
                row.interrupt();
            }
        }
    }

    private Failing row(WatchedCall.Shown finding, WatchedCall call) {
        boolean full = !rows.containsKey(finding.id()) && rows.size() >= MOST_FINDINGS;
        WatchedCall.Shown kept = full ? new WatchedCall.Shown(OTHER, finding.failure()) : finding;
        return rows.computeIfAbsent(kept.id(), id -> new Failing(endpoint, kept, call.at()));
    }

    void write(JsonWriter json) throws IOException {
        json.object()
                .field("endpoint", endpoint)
                .field("calls", calls)
                .field("failures", failures)
                .array("rows");
        for (Failing row : rows.values()) {
            row.write(json);
        }
        json.endArray().endObject();
    }

    static EndpointTally read(JsonNode json) {
        EndpointTally tally = new EndpointTally(json.path("endpoint").asText());
        tally.calls = json.path("calls").asLong();
        tally.failures = json.path("failures").asLong();
        for (JsonNode row : json.path("rows")) {
            Failing failing = Failing.read(tally.endpoint, row);
            tally.rows.put(failing.id(), failing);
        }
        return tally;
    }
}
