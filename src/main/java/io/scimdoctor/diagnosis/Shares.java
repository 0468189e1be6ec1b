package io.scimdoctor.diagnosis;

import io.scimdoctor.redact.Redactor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts texts. The first so many different ones are counted each for itself, all later ones together, so that a log with
 * a million different values takes no more memory than one with twenty.
 */
public final class Shares {
    private final int most;
    private final Map<String, long[]> counts = new LinkedHashMap<>();
    private long other;

    /** One text and how often it was seen. */
    public record Share(String text, long count) implements Comparable<Share> {
        /** The most frequent first; equally frequent ones by their text. */
        @Override
        public int compareTo(Share other) {
            return count == other.count ? text.compareTo(other.text) : Long.compare(other.count, count);
        }
    }

    /** @param most how many different texts are told apart */
    Shares(int most) {
        this.most = most;
    }

    void add(String text, long count) {
        long[] known = counts.get(text);
        if (known != null) {
            known[0] += count;
        } else if (counts.size() < most) {
            counts.put(text, new long[] {count});
        } else {
            other += count;
        }
    }

    /** Adds what a later part of the input holds. */
    void addAll(Shares later) {
        for (Map.Entry<String, long[]> entry : later.counts.entrySet()) {
            add(entry.getKey(), entry.getValue()[0]);
        }
        other += later.other;
    }

    /** The most frequent first. */
    public List<Share> list() {
        List<Share> list = new ArrayList<>();
        for (Map.Entry<String, long[]> entry : counts.entrySet()) {
            list.add(new Share(entry.getKey(), entry.getValue()[0]));
        }
        Collections.sort(list);
        return list;
    }

    /** The most frequent first, for texts that come from outside as they are. */
    public List<Share> masked() {
        List<Share> masked = new ArrayList<>();
        for (Share share : list()) {
            masked.add(new Share(Redactor.text(share.text()), share.count()));
        }
        return masked;
    }

    /** The texts alone, in their own order. */
    public Set<String> texts() {
        return new TreeSet<>(counts.keySet());
    }

    /** How many sightings had a text beyond those that are told apart. */
    public long other() {
        return other;
    }
}
