package io.scimdoctor.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A condition with the rules that recognise it. It is decoded when it is first needed: an answer's status rules most rows
 * out, and a start that looks at one answer would spend more time on reading them than on anything else.
 */
final class Row {
    /** In the index, the key of a row that can match whatever the status. */
    private static final String ANY = "*";

    /** In the index, the key of a row that stands for a call without an answer. */
    private static final String FAULT = "fault";

    private final String id;
    private final String keys;
    private final String json;
    private volatile @Nullable Decoded decoded;

    private record Decoded(Condition condition, List<Match> matches) {}

    private Row(String id, String keys, String json) {
        this.id = id;
        this.keys = keys;
        this.json = json;
    }

    /** Takes a line of the index apart: id, keys, JSON, with tabs in between. */
    static Row ofLine(String line) {
        int first = line.indexOf('\t');
        int second = line.indexOf('\t', first + 1);
        return new Row(line.substring(0, first), line.substring(first + 1, second), line.substring(second + 1));
    }

    /**
     * The line of the index for a row.
     *
     * @throws IllegalArgumentException when the row is not of the catalogue's form
     */
    static String line(String id, JsonNode row, String compactJson) {
        decode(id, row);
        Set<String> keys = new TreeSet<>();
        for (JsonNode rule : row.path("match")) {
            if (rule.has("fault")) {
                keys.add(FAULT);
            } else if (!rule.has("status")) {
                keys.add(ANY);
            }
            for (JsonNode status : rule.path("status")) {
                keys.add(status.asText());
            }
        }
        return id + "\t " + String.join(" ", keys) + " \t" + compactJson;
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

    /** Whether the status leaves it any chance; what does not is never decoded. */
    boolean mayMatch(@Nullable Answered answer) {
        if (answer == null) {
            return keys.contains(FAULT);
        }
        if (answer.status() == 0) {
            return !keys.contains(FAULT);
        }
        int status = answer.status();
        return keys.contains(" " + ANY + " ")
                || keys.contains(" " + status + " ")
                || keys.contains(" " + status / 100 + "xx ");
    }

    private Decoded decoded() {
        Decoded known = decoded;
        if (known == null) {
            try {
                known = decode(id, Json.read(json));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the index of the catalogue is broken at " + id, e);
            }
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
