package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.Turn;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Refuses what the rules refuse, in the words of the service; the rules themselves are those of {@code lint}. */
final class RuleRefusals {
    private static final JsonNode TABLE = Resource.json(RuleRefusals.class, "refusals.json");

    private RuleRefusals() {}

    /** The refusal for the first finding of that kind that the service does not let pass. */
    static @Nullable Refusal first(Turn turn, List<LintFinding> findings, Predicate<LintFinding> kind) {
        LintFinding first = First.of(findings, finding -> finding.rule().refused() && kind.test(finding));
        return first == null ? null : refusal(turn, first);
    }

    private static Refusal refusal(Turn turn, LintFinding finding) {
        JsonNode row = row(finding.rule().id(), finding.place().part() == Place.Part.URL ? "URL" : turn.method());
        String text = row.path("text")
                .asText("The request breaks a rule: {message}.")
                .replace("{message}", finding.message().seen())
                .replace("{value}", value(turn, finding.place()))
                .replace("{id}", Objects.requireNonNullElse(turn.url().id(), ""))
                .replace("{accept}", turn.request().headers().first("Accept").orElse(""));
        String code = row.path("code").textValue();
        boolean inferred = !row.path("published").asBoolean();
        return new Refusal(400, code, text, row.path("scimType").textValue(), null, inferred);
    }

    /** The row of the rule, or of its family, whose name is the beginning of its own; some differ by where the fault is. */
    private static JsonNode row(String id, String where) {
        String name = id;
        JsonNode row = at(name, where);
        while (row.isMissingNode() && name.indexOf('-') > 0) {
            name = name.substring(0, name.lastIndexOf('-'));
            row = at(name, where);
        }
        return row;
    }

    private static JsonNode at(String name, String where) {
        return TABLE.path(TABLE.has(name + "@" + where) ? name + "@" + where : name);
    }

    /** What the request says there, without quotes. */
    private static String value(Turn turn, Place place) {
        String text = place.part() == Place.Part.URL ? turn.request().url() : turn.body();
        if (text == null || place.end() > text.length()) {
            return "";
        }
        String value = text.substring(place.start(), place.end());
        JsonNode node = Json.readLeniently(value).node();
        return node.isTextual() ? node.textValue() : value;
    }
}
