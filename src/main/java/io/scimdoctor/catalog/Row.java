package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** The key of conditions on the request that hold for all rules of the row. */
    static final String ONLY = "only";

    private final String id;
    private final String kinds;
    private final String index;
    private final int start;
    private final int middle;
    private final int end;
    private volatile @Nullable JsonNode json;
    private volatile @Nullable List<Match> rules;

    /**
     * The row of a line of the index: its id, the kinds of answer that its rules can hold of, the lengths of what follows, its
     * rules and the rest, both packed.
     */
    Row(String index, int at) {
        this.index = index;
        int first = index.indexOf(' ', at);
        int second = index.indexOf(' ', first + 1);
        int third = index.indexOf(' ', second + 1);
        int fourth = index.indexOf(' ', third + 1);
        id = index.substring(at, first);
        kinds = index.substring(first + 1, second);
        start = fourth + 1;
        middle = start + Integer.parseInt(index, second + 1, third, 10);
        end = middle + Integer.parseInt(index, third + 1, fourth, 10);
    }

    /** Where the next line begins. */
    int next() {
        return end + 1;
    }

    /**
     * The line of a row.
     *
     * @throws IllegalArgumentException when the row is not of the catalogue's form, naming it
     */
    static String line(String id, ObjectNode json) {
        try {
            condition(json, id);
            Match.check(json.path(ONLY));
            json.path(MATCH).forEach(Match::check);
            String kinds = kinds(json);
            String rules = Bencode.write(json.withArray(MATCH));
            String rest = Bencode.write(json.without(MATCH));
            return id + " " + kinds + " " + rules.length() + " " + rest.length() + " " + rules + rest + "\n";
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

    /** Decoded apart from the rest, which is enough for all who only want to know what the row says. */
    List<Match> rules() {
        List<Match> known = rules;
        if (known == null) {
            known = new ArrayList<>();
            for (JsonNode rule : Bencode.read(index.substring(start, middle))) {
                known.add(new Match(rule));
            }
            rules = known;
        }
        return known;
    }

    private JsonNode json() {
        JsonNode known = json;
        if (known == null) {
            known = Bencode.read(index.substring(middle, end));
            json = known;
        }
        return known;
    }

    /**
     * Whether one of the rules could hold if the answer said something else; a row without rules is found in other ways.
     * What the request rules out is never open.
     */
    boolean isOpenTo(Observation seen) {
        boolean open = rules().isEmpty();
        for (Match rule : rules()) {
            open = open || rule.isOpenTo(seen);
        }
        return open && new Match(json().path(ONLY)).allows(seen);
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
