package io.scimdoctor.report.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.ClaimPolicy;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header fields and claims of a token as they may be shown. */
public final class TokenFields {
    private static final int LONGEST_NUMBER = 40;

    private TokenFields() {}

    /** One line of the table. */
    record Field(Told name, Told value, @Nullable String meaning) {
        Field {
            meaning = "".equals(meaning) ? null : meaning;
        }
    }

    static List<Field> header(JsonNode header) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            String name = entry.getKey();
            Told value = ClaimPolicy.told(name, entry.getValue().asText(), true);
            fields.add(new Field(ClaimPolicy.name(name), value, ClaimPolicy.meaning(":" + name)));
        }
        return fields;
    }

    static List<Field> claims(Claims claims, Instant now) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : claims.json().properties()) {
            String name = entry.getKey();
            boolean user = name.equals("oid") && claims.isDelegated();
            String meaning = user ? "object id of the user" : ClaimPolicy.meaning(name);
            fields.add(new Field(ClaimPolicy.name(name), value(claims, name, now), meaning));
        }
        return fields;
    }

    private static Told value(Claims claims, String name, Instant now) {
        JsonNode json = claims.json().path(name);
        Instant time = ClaimPolicy.isTime(name) ? claims.time(name) : null;
        if (time != null) {
            String form =
                    json.isTextual() ? " (text, not a number)" : json.isIntegralNumber() ? "" : " (with decimals)";
            return Told.own(Times.shown(time) + ", " + Claims.relative(time, now) + form);
        }
        if (ClaimPolicy.isTime(name)) {
            Told shown = json.isNumber() && json.asText().length() <= LONGEST_NUMBER
                    ? Told.own(json.asText())
                    : json.isValueNode() ? Redactor.told(json.asText()) : Told.own(Redactor.MASK);
            return shown.between("", " (no time before the year 10000)");
        }
        if (json.isArray()) {
            List<Told> elements = new ArrayList<>();
            for (JsonNode element : json) {
                elements.add(ClaimPolicy.told(name, element.asText(), false));
            }
            return Told.joined(elements, ", ");
        }
        return ClaimPolicy.told(name, json.isValueNode() ? json.asText() : json.toString(), false);
    }
}
