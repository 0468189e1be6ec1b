package io.scimdoctor.diagnosis;

import io.scimdoctor.redact.Redactor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts texts. The first so many different ones are counted each for itself, all later ones together, so that a log with
 * a million different values takes no more memory than one with twenty.
 */
public final class Shares {
    private final int most;
    private final Map<String, long[]> counts = new LinkedHashMap<>();
    private long other;
    private long total;

    /** One text and how often it was seen. */
    public record Share(String text, long count) implements Comparable<Share> {
        /** The most frequent first; equally frequent ones by their text. */
        @Override
        public int compareTo(Share other) {
            return count == other.count ? text.compareTo(other.text) : Long.compare(other.count, count);
        }
    }

    /** @param most how many different texts are told apart */
    public Shares(int most) {
        this.most = most;
    }

    /** @param text null where nothing is known, which does not count */
    public void add(@Nullable String text, long count) {
        long[] known = text == null ? null : counts.get(text);
        total += text == null ? 0 : count;
        if (known != null) {
            known[0] += count;
        } else if (text != null && counts.size() < most) {
            counts.put(text, new long[] {count});
        } else {
            other += text == null ? 0 : count;
        }
    }

    /** Adds what a later part of the input holds. */
    void addAll(Shares later) {
        later.counts.forEach((text, count) -> add(text, count[0]));
        other += later.other;
        total += later.other;
    }

    /** The most frequent first. */
    public List<Share> list() {
        List<Share> list = new ArrayList<>();
        counts.forEach((text, count) -> list.add(new Share(text, count[0])));
        Collections.sort(list);
        return list;
    }

    /** The most frequent first, for texts that come from outside as they are. */
    public List<Share> masked() {
        return list().stream()
                .map(share -> new Share(Redactor.text(share.text()), share.count()))
                .toList();
    }

    /** The texts alone, in their own order. */
    public Set<String> texts() {
        return new TreeSet<>(counts.keySet());
    }

    /** How many sightings had a text beyond those that are told apart. */
    public long other() {
        return other;
    }

    long total() {
        return total;
    }
}
