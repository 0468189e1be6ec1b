package io.scimdoctor.redact;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was masked, by the place it stood in, such as {@code header Authorization} or {@code field userName}. */
public final class Masked {
    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void add(String place) {
        counts.merge(place, 1, Integer::sum);
    }

    /** How often something was masked in each place, in alphabetical order. */
    public synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
