package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The error conditions. The rules of all rows come from one compact index that the build makes; the long texts of a row
 * are read when somebody asks for that row, because a hundred small files cost half a second at a cold start.
 */
public final class Catalog {
    /** The date of the newest fact in the data, printed with every JSON document. */
    public static final String DATE = "2026-11-29";

    static final String INDEX = "index.txt";
    static final String CONDITIONS = "conditions/";

    private static final Catalog CATALOG = new Catalog(Resource.latin(Catalog.class, INDEX));

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Explanation> explanations = new ConcurrentHashMap<>();

    private Catalog(String index) {
        for (int at = 0; at < index.length(); ) {
            Row row = new Row(index, at);
            rows.put(row.id(), row);
            at = row.next();
        }
    }

    /** The catalogue; it is read once in a process. */
    public static Catalog load() {
        return CATALOG;
    }

    /** Every condition, the AADSTS numbers last. */
    public List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        rows.values().forEach(row -> conditions.add(row.condition()));
        conditions.addAll(aadsts().conditions());
        return conditions;
    }

    /** The condition of that id, or of that AADSTS number with or without its prefix. */
    public Optional<Condition> find(String id) {
        Row row = rows.get(id);
        return row != null ? Optional.of(row.condition()) : aadsts().find(id);
    }

    /**
     * The condition of an id that the code itself uses.
     *
     * @throws IllegalArgumentException when the catalogue has no such row
     */
    public Condition require(String id) {
        Optional<Condition> found = find(id);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("the catalogue has no row " + id);
        }
        return found.get();
    }

    /** Whether a condition could be behind an exchange at all, by who answered, with which status, and in which form. */
    public boolean isOpenTo(String id, Observation seen) {
        Row row = rows.get(id);
        return row == null || row.isOpenTo(seen);
    }

    /** The long texts of a condition. */
    public Explanation explain(Condition condition) {
        if (!rows.containsKey(condition.id())) {
            return aadsts().explain(condition);
        }
        Explanation known = explanations.get(condition.id());
        if (known == null) {
            known = explanation(Resource.json(Catalog.class, CONDITIONS + condition.id() + ".json"));
            explanations.put(condition.id(), known);
        }
        return known;
    }

    /** A finding of that condition with its texts and proof. */
    public Finding finding(Classification classification, @Nullable Integer status, List<Evidence> evidence) {
        Condition condition = classification.condition();
        Explanation texts = explain(condition);
        return new Finding(
                condition.id(),
                condition.error(status),
                status,
                condition.severity(),
                classification.confidence(),
                condition.owner(),
                condition.title(),
                texts.cause(),
                texts.remedy(),
                evidence,
                texts.links(),
                texts.basis(),
                null);
    }

    /** A finding that no answer showed, such as one about the token or the clock. */
    public Finding finding(String id, List<Evidence> evidence) {
        return finding(id, require(id).confidence(), evidence);
    }

    /** The same, with a confidence of its own. */
    public Finding finding(String id, Confidence confidence, List<Evidence> evidence) {
        return finding(new Classification(require(id), confidence, List.of()), null, evidence);
    }

    Iterable<Row> rows() {
        return rows.values();
    }

    /** The rows of which a rule can hold of that answer, or of a call without one; the others are never decoded. */
    List<Row> rowsFor(@Nullable Answered answer) {
        List<String> kinds = Row.kindsOf(answer);
        List<Row> found = new ArrayList<>();
        for (Row row : rows.values()) {
            if (row.isFor(kinds)) {
                found.add(row);
            }
        }
        return found;
    }

    AadstsTable aadsts() {
        return Numbered.TABLE;
    }

    static Explanation explanation(JsonNode json) {
        List<Explanation.LookAlike> lookAlikes = new ArrayList<>();
        for (JsonNode other : json.path("confusedWith")) {
            lookAlikes.add(new Explanation.LookAlike(
                    other.path("id").asText(), other.path("tell").asText()));
        }
        JsonNode example = json.path("example");
        return new Explanation(
                json.path("cause").asText(),
                Json.strings(json.path("symptoms")),
                Json.strings(json.path("steps")),
                Json.strings(json.path("links")),
                Resource.basis(json.path("basis")),
                example.isObject() ? example : null,
                lookAlikes);
    }

    /** Read at first use: most answers bear no number. */
    private static final class Numbered {
        static final AadstsTable TABLE = new AadstsTable(Resource.json(Catalog.class, "aadsts.json"));
    }
}
