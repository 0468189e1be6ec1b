package io.scimdoctor.catalog;

import io.scimdoctor.finding.Confidence;
import io.scimdoctor.json.Bencode;
import org.jspecify.annotations.Nullable;

/** One rule of a row. It is decoded when it is first needed: an answer's status rules most of them out. */
final class Rule {
    private final Row row;
    private final String packed;
    private volatile @Nullable Match decoded;

    Rule(Row row, String packed) {
        this.row = row;
        this.packed = packed;
    }

    Row row() {
        return row;
    }

    Match match() {
        Match known = decoded;
        if (known == null) {
            known = new Match(Bencode.read(packed));
            decoded = known;
        }
        return known;
    }

    /**
     * The row as this rule recognises it, or null when the rule does not hold, or says nothing.
     *
     * @param floor a score that another rule has reached
     */
    @Nullable
    Candidate candidate(Observation seen, int floor) {
        int score = match().score(seen, floor);
        if (score <= 0) {
            return null;
        }
        Confidence own = match().confidence();
        Condition condition = row.condition();
        return new Candidate(condition, own == null ? condition.confidence() : own, score);
    }

    /** A row that matches, how sure that is, and how specific. */
    record Candidate(Condition condition, Confidence confidence, int score) implements Comparable<Candidate> {
        /** The most specific first. */
        @Override
        public int compareTo(Candidate other) {
            return Integer.compare(other.score, score);
        }
    }
}
