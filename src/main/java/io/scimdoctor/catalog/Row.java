package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.json.Bencode;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A condition with the rules that recognise it: a line of the index that the build makes. It is decoded when it is first
 * needed, because an answer's status rules most of them out.
 */
final class Row {
    /** Where a row has its rules. */
    static final String MATCH = "match";

    /** Where a row says what it needs of the request, whatever the rules say. */
    static final String ONLY = "only";

    private final String id;
    private final String kinds;
    private final String packed;
    private volatile @Nullable JsonNode json;
    private volatile @Nullable List<Match> rules;

    private Row(String id, String kinds, String packed) {
        this.id = id;
        this.kinds = kinds;
        this.packed = packed;
    }

    /** The row of a line of the index: its id, the kinds of answer that its rules can hold of, and the rest, packed. */
    static Row of(String line) {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        return new Row(line.substring(0, first), line.substring(first + 1, second), line.substring(second + 1));
    }

    /**
     * The line of a row.
     *
     * @throws IllegalArgumentException when the row is not of the catalogue's form, naming it
     */
    static String line(String id, JsonNode json) {
        try {
            condition(json, id);
            Match.check(json.path(ONLY));
            json.path(MATCH).forEach(Match::check);
            String packed = Bencode.write(json);
            if (packed.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line break in a text");
            }
            return id + " " + kinds(json) + " " + packed;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
        }
    }

    private static String kinds(JsonNode json) {
        Set<String> kinds = new TreeSet<>();
        boolean fault = json.path(MATCH).findValue("fault") != null;
        for (JsonNode rule : json.path(MATCH)) {
            kinds.add(fault ? "fault" : "unknown");
            if (!rule.has("status") && !rule.has("fault")) {
                kinds.add("*");
            }
            rule.path("status").forEach(status -> kinds.add(status.asText()));
        }
        return "," + String.join(",", kinds) + ",";
    }

    String id() {
        return id;
    }

    /** The kinds that an answer is of, each between commas, or a call without one. */
    static List<String> kindsOf(@Nullable Answered answer) {
        if (answer == null) {
            return List.of(",fault,");
        }
        int status = answer.status();
        return status == 0 ? List.of(",unknown,") : List.of(",*,", "," + status + ",", "," + status / 100 + "xx,");
    }

    /** Whether one of the rules can hold of answers of one of these kinds. */
    boolean isFor(List<String> kinds) {
        for (String kind : kinds) {
            if (this.kinds.contains(kind)) {
                return true;
            }
        }
        return false;
    }

    Condition condition() {
        return condition(json(), id);
    }

    /** What the rules may be is of no interest to who only wants to know what the row says. */
    List<Match> rules() {
        List<Match> known = rules;
        if (known == null) {
            known = new ArrayList<>();
            for (JsonNode rule : json().path(MATCH)) {
                known.add(new Match(rule));
            }
            rules = known;
        }
        return known;
    }

    private JsonNode json() {
        JsonNode known = json;
        if (known == null) {
            known = Bencode.read(packed);
            json = known;
        }
        return known;
    }

    /**
     * Whether one of the rules could hold if the answer said something else; a row without rules is found in other ways.
     * What the request rules out is never open.
     */
    boolean isOpenTo(Observation seen) {
        return new Match(json().path(ONLY)).allows(seen)
                && (rules().isEmpty() || rules().stream().anyMatch(rule -> rule.isOpenTo(seen)));
    }

    static Condition condition(JsonNode json, String id) {
        List<Integer> statuses = new ArrayList<>();
        for (JsonNode status : json.path("statuses")) {
            statuses.add(status.asInt());
        }
        return new Condition(
                id,
                json.path("title").asText(),
                json.path("error"),
                Json.constant(Severity.class, json.path("severity")),
                Json.constant(Confidence.class, json.path("confidence")),
                Json.constant(Owner.class, json.path("owner")),
                statuses);
    }
}
