package io.scimdoctor.diagnosis;

import io.scimdoctor.finding.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts findings by id. What it keeps is bounded, so that a million exchanges take no more memory than a hundred. */
public final class Groups {
    private static final int MOST_SAMPLES = 5;
    private static final int MOST_ENDPOINTS = 20;

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** All exchanges with one finding. */
    public static final class Group implements Comparable<Group> {
        private final Finding first;
        private long count;
        private @Nullable Instant firstSeen;
        private @Nullable Instant lastSeen;
        private final Set<String> endpoints = new TreeSet<>();
        private final List<String> sampleRequestIds = new ArrayList<>();

        Group(Finding first) {
            this.first = first;
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

        public Set<String> endpoints() {
            return Collections.unmodifiableSet(endpoints);
        }

        public List<String> sampleRequestIds() {
            return Collections.unmodifiableList(sampleRequestIds);
        }

        private void add(ExchangeFacts exchange) {
            count++;
            Instant at = exchange.at();
            if (at != null && (firstSeen == null || at.isBefore(firstSeen))) {
                firstSeen = at;
            }
            if (at != null && (lastSeen == null || at.isAfter(lastSeen))) {
                lastSeen = at;
            }
            if (endpoints.size() < MOST_ENDPOINTS) {
                endpoints.add(exchange.endpoint());
            }
            String id = exchange.requestId();
            if (id != null && sampleRequestIds.size() < MOST_SAMPLES && !sampleRequestIds.contains(id)) {
                sampleRequestIds.add(id);
            }
        }
    }

    public void add(Finding finding, ExchangeFacts exchange) {
        Group group = groups.get(finding.id());
        if (group == null) {
            group = new Group(finding);
            groups.put(finding.id(), group);
        }
        group.add(exchange);
    }

    /** The most frequent first. */
    public List<Group> list() {
        List<Group> list = new ArrayList<>(groups.values());
        Collections.sort(list);
        return list;
    }
}
