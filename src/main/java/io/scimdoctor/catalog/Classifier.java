package io.scimdoctor.catalog;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.scim.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that describes an exchange best. Rows have no order: the most specific match wins, and every exchange that
 * is no success finds one.
 */
public record Classifier(Catalog catalog) {
    private static final int MOST_RUNNERS_UP = 3;

    /** What only a token that was sent can show. */
    private static final Marks SENTENCES = Marks.of("SENTENCES");

    private static final List<String> ABOUT_TOKENS = Marks.of("ABOUT_TOKENS").words();

    private static final String UNEXPECTED = "unexpected-content";

    /** The condition that the exchange shows, or nothing when it is a success. */
    public Optional<Classification> classify(Observation seen) {
        Condition numbered = numbered(seen);
        if (numbered != null) {
            return alone(numbered);
        }
        List<Candidate> candidates = candidates(seen);
        Answered answer = seen.judged();
        Due due = seen.due();
        boolean good = due == null ? candidates.isEmpty() : due.came() == null;
        if (answer != null && answer.isSuccess() && (good || seen.isElsewhere())) {
            return Optional.empty();
        }
        if (due != null && due.came() != null && (candidates.isEmpty() || isMeaningless(seen, candidates.get(0)))) {
            return alone(catalog.require(due.cut() ? "truncated-body" : UNEXPECTED));
        }
        if (candidates.isEmpty()) {
            return alone(catalog.require("unclassified"));
        }
        Candidate best = candidates.get(0);
        List<Condition> runnersUp = new ArrayList<>();
        for (Candidate candidate : candidates.subList(1, Math.min(candidates.size(), MOST_RUNNERS_UP + 1))) {
            runnersUp.add(candidate.condition());
        }
        return Optional.of(new Classification(best.condition(), confidence(seen, best), runnersUp));
    }

    /** Words alone make nothing certain in a form that no API of Microsoft has, or any server may use. */
    private static Confidence confidence(Observation seen, Candidate best) {
        Answered answer = seen.answer();
        boolean bare = seen.url() == null && answer != null && answer.headers().isEmpty();
        boolean foreign = (seen.responder() == Responder.UNKNOWN && seen.body().shape() == Shape.JSON)
                || (bare && seen.body().shape() == Shape.SCIM && !SENTENCES.isOneIn(seen.lowerMessage()));
        return foreign && best.confidence() == Confidence.CERTAIN ? Confidence.LIKELY : best.confidence();
    }

    private static Optional<Classification> alone(Condition condition) {
        return Optional.of(new Classification(condition, condition.confidence(), List.of()));
    }

    /** Whether a row adds nothing to what is due, or speaks of a token where none was sent. */
    private static boolean isMeaningless(Observation seen, Candidate best) {
        return best.condition().id().equals(UNEXPECTED)
                || (seen.isTokenless() && seen.body().shape() != Shape.HTML && seen.responder() != Responder.PROXY);
    }

    /**
     * The row of the AADSTS number that the answer names, whatever stands beside it. One of them Graph passes on under a row
     * of its own, and of a success only a body that refuses counts.
     */
    private @Nullable Condition numbered(Observation seen) {
        Answered answer = seen.judged();
        boolean refusal = answer != null && (!answer.isSuccess() || seen.responder() == Responder.TOKEN_ENDPOINT);
        boolean passedOn = seen.responder() == Responder.GRAPH || seen.responder() == Responder.SCIM;
        // The version 1 endpoint says so under numbers that otherwise speak of the whole credential.
        boolean secret = seen.lowerMessage().contains("invalid client secret is provided");
        if (refusal && secret && seen.body().aadsts() != null) {
            return catalog.require("AADSTS7000215");
        }
        for (String code : refusal ? seen.body().codes() : List.<String>of()) {
            boolean own = passedOn && code.equals("AADSTS500014");
            Optional<Condition> listed = code.startsWith(AadstsTable.PREFIX) && !own
                    ? catalog.aadsts().find(code)
                    : Optional.empty();
            if (listed.isPresent()) {
                return listed.get();
            }
        }
        return null;
    }

    /** The rows that match, best first; those that only a hopeless pattern could add are left out. */
    List<Candidate> candidates(Observation seen) {
        List<Row> rows = catalog.rowsFor(seen.judged());
        if (seen.isTokenless()) {
            rows.removeIf(row -> ABOUT_TOKENS.contains(row.id()));
        }
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        int floor = collect(rows, seen, false, 0, candidates);
        collect(rows, seen, true, floor, candidates);
        List<Candidate> ordered = new ArrayList<>(candidates.values());
        Collections.sort(ordered);
        return ordered;
    }

    /** Adds the rows that match by rules with a pattern, or without; returns the best score so far. */
    private static int collect(
            List<Row> rows, Observation seen, boolean withPattern, int floor, Map<String, Candidate> candidates) {
        int best = floor;
        for (Row row : rows) {
            for (Match rule : row.rules()) {
                int score = rule.hasPattern() == withPattern ? rule.score(seen, best) : 0;
                Candidate known = score > 0 ? candidates.get(row.id()) : null;
                if (score > 0 && (known == null || known.score() < score)) {
                    Confidence own = rule.confidence();
                    Condition condition = row.condition();
                    candidates.put(
                            row.id(), new Candidate(condition, own == null ? condition.confidence() : own, score));
                }
                best = Math.max(best, score);
            }
        }
        return best;
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
