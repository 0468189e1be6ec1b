package io.scimdoctor.diagnosis;

import io.scimdoctor.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All exchanges with one finding: how many, when, where, whose, and some ids for support. */
public final class Group implements Comparable<Group> {
    private static final int MOST_SAMPLES = 5;

    private final Finding first;
    private long count;
    private @Nullable Instant firstSeen;
    private @Nullable Instant lastSeen;
    private final Shares endpoints;
    private final Shares applications;
    private final Shares tenants;
    private final List<String> sampleRequestIds = new ArrayList<>();
    private final Windows windows;
    private final Histogram histogram = new Histogram();

    Group(Finding first, Duration gap, int toldApart) {
        this.first = first;
        endpoints = new Shares(toldApart);
        applications = new Shares(toldApart);
        tenants = new Shares(toldApart);
        windows = new Windows(gap);
    }

    /** The most frequent first. */
    @Override
    public int compareTo(Group other) {
        return Long.compare(other.count, count);
    }

    /** The first of these findings, whose texts serve for all of them. */
    public Finding first() {
        return first;
    }

    public long count() {
        return count;
    }

    public @Nullable Instant firstSeen() {
        return firstSeen;
    }

    public @Nullable Instant lastSeen() {
        return lastSeen;
    }

    public Shares endpoints() {
        return endpoints;
    }

    /** Application ids, as the log holds them. */
    public Shares applications() {
        return applications;
    }

    /** Tenant ids, as the log holds them. */
    public Shares tenants() {
        return tenants;
    }

    public List<String> sampleRequestIds() {
        return Collections.unmodifiableList(sampleRequestIds);
    }

    public Windows windows() {
        return windows;
    }

    public Histogram histogram() {
        return histogram;
    }

    /** Whether another request id would be kept. */
    public boolean wantsRequestId() {
        return sampleRequestIds.size() < MOST_SAMPLES;
    }

    /** Counts one more exchange with this finding. */
    public void add(Sighting sighting) {
        count++;
        Instant at = sighting.at();
        if (at != null) {
            span(at, at);
            windows.add(at.toEpochMilli());
            histogram.add(at.toEpochMilli());
        }
        endpoints.add(sighting.endpoint(), 1);
        count(applications, sighting.caller().application());
        count(tenants, sighting.caller().tenant());
        sample(sighting.requestId());
    }

    void addAll(Group later) {
        count += later.count;
        Instant from = later.firstSeen;
        Instant to = later.lastSeen;
        if (from != null && to != null) {
            span(from, to);
        }
        windows.addAll(later.windows);
        histogram.addAll(later.histogram);
        endpoints.addAll(later.endpoints);
        applications.addAll(later.applications);
        tenants.addAll(later.tenants);
        for (String id : later.sampleRequestIds) {
            sample(id);
        }
    }

    private void span(Instant from, Instant to) {
        if (firstSeen == null || from.isBefore(firstSeen)) {
            firstSeen = from;
        }
        if (lastSeen == null || to.isAfter(lastSeen)) {
            lastSeen = to;
        }
    }

    private static void count(Shares shares, @Nullable String id) {
        if (id != null) {
            shares.add(id, 1);
        }
    }

    private void sample(@Nullable String id) {
        if (id != null && wantsRequestId() && !sampleRequestIds.contains(id)) {
            sampleRequestIds.add(id);
        }
    }
}
