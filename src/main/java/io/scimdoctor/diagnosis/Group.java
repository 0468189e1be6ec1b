package io.scimdoctor.diagnosis;

import io.scimdoctor.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All exchanges with one finding: how many, when, where, whose, and some ids for support.
 *
 * @param first the first of these findings, whose texts serve for all of them
 * @param applications ids, as the log holds them
 * @param tenants ids, as the log holds them
 */
public record Group(
        Finding first,
        Shares endpoints,
        Shares applications,
        Shares tenants,
        Windows windows,
        Histogram histogram,
        Span span,
        List<String> sampleRequestIds) {
    public static final int MOST_SAMPLES = 5;

    /** From the first exchange to the last, as exactly as they tell it. */
    static final class Span {
        private @Nullable Instant first;
        private @Nullable Instant last;

        void add(@Nullable Instant at) {
            if (at != null) {
                first = first == null || at.isBefore(first) ? at : first;
                last = last == null || at.isAfter(last) ? at : last;
            }
        }
    }

    static Group of(Finding first, Duration gap, int toldApart) {
        return new Group(
                first,
                new Shares(toldApart),
                new Shares(toldApart),
                new Shares(toldApart),
                new Windows(gap),
                new Histogram(),
                new Span(),
                new ArrayList<>());
    }

    /** Each exchange has an endpoint, be it an unknown one. */
    public long count() {
        return endpoints.total();
    }

    public @Nullable Instant firstSeen() {
        return span.first;
    }

    public @Nullable Instant lastSeen() {
        return span.last;
    }

    /** Whether another request id would be kept. */
    public boolean wantsRequestId() {
        return sampleRequestIds.size() < MOST_SAMPLES;
    }

    /** Counts one more exchange with this finding. */
    public void add(Sighting sighting) {
        Instant at = sighting.at();
        if (at != null) {
            span.add(at);
            windows.add(at.toEpochMilli());
            histogram.add(at.toEpochMilli());
        }
        endpoints.add(sighting.endpoint(), 1);
        applications.add(sighting.caller().application(), 1);
        tenants.add(sighting.caller().tenant(), 1);
        sample(sighting.requestId());
    }

    void addAll(Group later) {
        span.add(later.span.first);
        span.add(later.span.last);
        windows.addAll(later.windows);
        histogram.addAll(later.histogram);
        endpoints.addAll(later.endpoints);
        applications.addAll(later.applications);
        tenants.addAll(later.tenants);
        later.sampleRequestIds.forEach(this::sample);
    }

    private void sample(@Nullable String id) {
        if (id != null && wantsRequestId() && !sampleRequestIds.contains(id)) {
            sampleRequestIds.add(id);
        }
    }
}
