package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A cluster of failures, from its first to its last. */
public final class FailureWindow {
    private static final int MOST_NAMES = 8;

    private final Instant first;
    private final long callsBefore;
    private Instant last;
    private long failures;
    private long calls;
    private final Set<String> findings = new TreeSet<>();
    private final Set<String> endpoints = new TreeSet<>();

    /** @param callsBefore how many calls succeeded since the window before this one */
    FailureWindow(Instant first, long callsBefore) {
        this.first = first;
        this.last = first;
        this.callsBefore = callsBefore;
    }

    public Instant first() {
        return first;
    }

    public Instant last() {
        return last;
    }

    public long failures() {
        return failures;
    }

    /** How many calls were made from the first failure to the last, both included. */
    public long calls() {
        return calls;
    }

    /** Ids of what was found in it; not all when there were many. */
    public Set<String> findings() {
        return Collections.unmodifiableSet(findings);
    }

    /** Where; not all when there were many. */
    public Set<String> endpoints() {
        return Collections.unmodifiableSet(endpoints);
    }

    /** @param succeeded how many calls succeeded since the failure before this one */
    void add(WatchedCall failure, String finding, long succeeded) {
        last = failure.at().isAfter(last) ? failure.at() : last;
        failures++;
        calls += succeeded + 1;
        name(findings, finding);
        name(endpoints, failure.endpoint());
    }

    /** Takes the next window in. */
    void join(FailureWindow next) {
        last = next.last;
        failures += next.failures;
        calls += next.callsBefore + next.calls;
        next.findings.forEach(finding -> name(findings, finding));
        next.endpoints.forEach(endpoint -> name(endpoints, endpoint));
    }

    private static void name(Set<String> names, String name) {
        if (names.size() < MOST_NAMES) {
            names.add(name);
        }
    }

    void write(JsonWriter json) throws IOException {
        json.object()
                .field("first", first)
                .field("last", last)
                .field("failures", failures)
                .field("calls", calls)
                .field("callsBefore", callsBefore)
                .strings("findings", findings)
                .strings("endpoints", endpoints)
                .endObject();
    }

    static FailureWindow read(JsonNode json) {
        FailureWindow window = new FailureWindow(
                Instant.parse(json.path("first").asText()),
                json.path("callsBefore").asLong());
        window.last = Instant.parse(json.path("last").asText());
        window.failures = json.path("failures").asLong();
        window.calls = json.path("calls").asLong();
        json.path("findings").forEach(finding -> name(window.findings, finding.asText()));
        json.path("endpoints").forEach(endpoint -> name(window.endpoints, endpoint.asText()));
        return window;
    }
}
