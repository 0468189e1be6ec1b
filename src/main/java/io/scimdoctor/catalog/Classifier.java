package io.scimdoctor.catalog;

import io.scimdoctor.exchange.Answered;
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
public final class Classifier {
    private static final int MOST_RUNNERS_UP = 3;

    private final Catalog catalog;

    public Classifier(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The condition that the exchange shows, or nothing when it is a success. */
    public Optional<Classification> classify(Observation seen) {
        List<Rule.Candidate> candidates = candidates(seen);
        Answered answer = seen.judged();
        if (candidates.isEmpty() && answer != null && answer.isSuccess()) {
            return Optional.empty();
        }
        if (candidates.isEmpty()) {
            Condition unclassified = catalog.require("unclassified");
            return Optional.of(new Classification(unclassified, unclassified.confidence(), List.of()));
        }
        Rule.Candidate best = candidates.get(0);
        Condition numbered = numbered(seen, best.condition());
        if (numbered != null) {
            return Optional.of(new Classification(numbered, numbered.confidence(), List.of()));
        }
        List<Condition> runnersUp = new ArrayList<>();
        for (Rule.Candidate candidate : candidates.subList(1, Math.min(candidates.size(), MOST_RUNNERS_UP + 1))) {
            runnersUp.add(candidate.condition());
        }
        return Optional.of(new Classification(best.condition(), best.confidence(), runnersUp));
    }

    /** The row of the AADSTS number that the answer names: the rules only tell that the token endpoint spoke. */
    private @Nullable Condition numbered(Observation seen, Condition best) {
        boolean refused = best.id().equals("aadsts-unlisted") || best.id().equals("token-endpoint-error");
        for (String code : refused ? seen.body().codes() : List.<String>of()) {
            Optional<Condition> listed =
                    code.startsWith(AadstsTable.PREFIX) ? catalog.aadsts().find(code) : Optional.empty();
            if (listed.isPresent()) {
                return listed.get();
            }
        }
        return null;
    }

    /** The rows that match, best first; those that only a hopeless pattern could add are left out. */
    List<Rule.Candidate> candidates(Observation seen) {
        List<Rule> rules = catalog.rulesFor(seen.judged());
        Map<String, Rule.Candidate> candidates = new LinkedHashMap<>();
        int floor = collect(rules, seen, false, 0, candidates);
        collect(rules, seen, true, floor, candidates);
        List<Rule.Candidate> ordered = new ArrayList<>(candidates.values());
        Collections.sort(ordered);
        return ordered;
    }

    /** Adds the rows that match by rules with a pattern, or without; returns the best score so far. */
    private static int collect(
            List<Rule> rules,
            Observation seen,
            boolean withPattern,
            int floor,
            Map<String, Rule.Candidate> candidates) {
        int best = floor;
        for (Rule rule : rules) {
            Rule.Candidate candidate = rule.match().hasPattern() == withPattern ? rule.candidate(seen, best) : null;
            if (candidate != null) {
                best = Math.max(best, candidate.score());
                String id = rule.row().id();
                Rule.Candidate known = candidates.get(id);
                if (known == null || known.score() < candidate.score()) {
                    candidates.put(id, candidate);
                }
            }
        }
        return best;
    }
}
