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

    /** The kinds of answer that are no status: any, an unknown one, and none at all. */
    private static final String ANY = "*";

    private static final String UNKNOWN = "unknown";
    private static final String FAULT = "fault";

    private final String id;
    private final String kinds;
    private final String packed;
    private volatile @Nullable Decoded decoded;

    private record Decoded(Condition condition, Match only, List<Match> rules) {}

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
            decode(json, id);
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
            kinds.add(fault ? FAULT : UNKNOWN);
            if (!rule.has("status") && !rule.has("fault")) {
                kinds.add(ANY);
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
            return List.of("," + FAULT + ",");
        }
        int status = answer.status();
        return status == 0
                ? List.of("," + UNKNOWN + ",")
                : List.of("," + ANY + ",", "," + status + ",", "," + status / 100 + "xx,");
    }

    /** Whether one of the rules can hold of answers of one of these kinds. */
    boolean isFor(List<String> kinds) {
        return kinds.stream().anyMatch(this.kinds::contains);
    }

    Condition condition() {
        return decoded().condition();
    }

    List<Match> rules() {
        return decoded().rules();
    }

    private Decoded decoded() {
        Decoded known = decoded;
        if (known == null) {
            known = decode(Bencode.read(packed), id);
            decoded = known;
        }
        return known;
    }

    private static Decoded decode(JsonNode json, String id) {
        List<Match> rules = new ArrayList<>();
        json.path(MATCH).forEach(rule -> rules.add(new Match(rule)));
        return new Decoded(condition(json, id), new Match(json.path(ONLY)), rules);
    }

    /**
     * Whether one of the rules could hold if the answer said something else; a row without rules is found in other ways.
     * What the request rules out is never open.
     */
    boolean isOpenTo(Observation seen) {
        return decoded().only().allows(seen)
                && (rules().isEmpty() || rules().stream().anyMatch(rule -> rule.isOpenTo(seen)));
    }

    static Condition condition(JsonNode json, String id) {
        List<Integer> statuses = new ArrayList<>();
        json.path("statuses").forEach(status -> statuses.add(status.asInt()));
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
