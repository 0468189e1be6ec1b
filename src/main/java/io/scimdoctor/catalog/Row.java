package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.json.Bencode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition with the rules that recognise it. It is decoded when it is first needed: an answer's status rules most rows
 * out, and a start that looks at one answer would spend more time on reading them than on anything else.
 */
final class Row {
    private final String id;
    private final String packed;
    private volatile @Nullable Decoded decoded;

    private record Decoded(Condition condition, List<Match> matches) {}

    private Row(String id, String packed) {
        this.id = id;
        this.packed = packed;
    }

    /** Takes a line of the index apart: id and packed row, with a tab in between. */
    static Row ofLine(String line) {
        int tab = line.indexOf('\t');
        return new Row(line.substring(0, tab), line.substring(tab + 1));
    }

    /**
     * The line of the index for a row.
     *
     * @throws IllegalArgumentException when the row is not of the catalogue's form, naming it
     */
    static String line(String id, JsonNode row) {
        try {
            decode(id, row);
            String packed = Bencode.write(row);
            if (packed.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line end in a text");
            }
            return id + "\t" + packed;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
        }
    }

    String id() {
        return id;
    }

    Condition condition() {
        return decoded().condition();
    }

    List<Match> matches() {
        return decoded().matches();
    }

    /**
     * The best match of the rules with a pattern, or of those without, or null when none holds or none says anything.
     *
     * @param floor a score that another rule has reached
     */
    @Nullable
    Candidate candidate(Observation seen, boolean withPattern, int floor) {
        Candidate best = null;
        for (Match match : decoded().matches()) {
            int score = match.hasPattern() == withPattern ? match.score(seen, floor) : -1;
            if (score > 0 && (best == null || score > best.score())) {
                Confidence own = match.confidence();
                best = new Candidate(condition(), own == null ? condition().confidence() : own, score);
            }
        }
        return best;
    }

    /** Whether one of the rules could hold if the answer said something else; a row without rules is found in other ways. */
    boolean isOpenTo(Observation seen) {
        List<Match> matches = matches();
        return matches.isEmpty() || matches.stream().anyMatch(match -> match.isOpenTo(seen));
    }

    private Decoded decoded() {
        Decoded known = decoded;
        if (known == null) {
            known = decode(id, Bencode.read(packed));
            decoded = known;
        }
        return known;
    }

    private static Decoded decode(String id, JsonNode json) {
        List<Match> matches = new ArrayList<>();
        for (JsonNode rule : json.path("match")) {
            matches.add(Match.of(rule));
        }
        return new Decoded(condition(json, id), List.copyOf(matches));
    }

    static Condition condition(JsonNode json, String id) {
        List<Integer> statuses = new ArrayList<>();
        for (JsonNode status : json.path("statuses")) {
            statuses.add(status.asInt());
        }
        return new Condition(
                id,
                json.path("title").asText(),
                errors(json.path("error")),
                Severity.valueOf(constant(json.path("severity"))),
                Confidence.valueOf(constant(json.path("confidence"))),
                Owner.valueOf(constant(json.path("owner"))),
                statuses);
    }

    private static Map<Integer, String> errors(JsonNode error) {
        Map<Integer, String> errors = new HashMap<>();
        if (error.isTextual()) {
            errors.put(Condition.ANY_STATUS, error.textValue());
        }
        for (Map.Entry<String, JsonNode> field : error.properties()) {
            errors.put(Integer.valueOf(field.getKey()), field.getValue().asText());
        }
        return errors;
    }

    static String constant(JsonNode slug) {
        return slug.asText().toUpperCase(Locale.ROOT).replace('-', '_');
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
