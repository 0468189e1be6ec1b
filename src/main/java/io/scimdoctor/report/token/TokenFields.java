package io.scimdoctor.report.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.redact.ClaimPolicy;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The header fields and claims of a token as they may be shown. */
public final class TokenFields {
    private static final int LONGEST_NUMBER = 40;

    private TokenFields() {}

    /** One line of the table. */
    record Field(String name, String value, String meaning) {}

    static List<Field> header(JsonNode header) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            String name = entry.getKey();
            String value = ClaimPolicy.headerValue(name, entry.getValue().asText());
            fields.add(new Field(ClaimPolicy.name(name), value, ClaimPolicy.headerMeaning(name)));
        }
        return fields;
    }

    static List<Field> claims(Claims claims, Instant now) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : claims.json().properties()) {
            String name = entry.getKey();
            fields.add(new Field(ClaimPolicy.name(name), value(claims, name, now), ClaimPolicy.meaning(name)));
        }
        return fields;
    }

    private static String value(Claims claims, String name, Instant now) {
        JsonNode json = claims.json().path(name);
        Instant time = ClaimPolicy.isTime(name) ? claims.time(name) : null;
        if (time != null) {
            String form =
                    json.isTextual() ? " (text, not a number)" : json.isIntegralNumber() ? "" : " (with decimals)";
            return time + ", " + relative(time, now) + form;
        }
        if (ClaimPolicy.isTime(name)) {
            String shown = json.isNumber() && json.asText().length() <= LONGEST_NUMBER
                    ? json.asText()
                    : json.isValueNode() ? Redactor.text(json.asText()) : Redactor.MASK;
            return shown + " (no time before the year 10000)";
        }
        if (json.isArray()) {
            List<String> shown = new ArrayList<>();
            for (JsonNode element : json) {
                shown.add(ClaimPolicy.value(name, element.asText()));
            }
            return String.join(", ", shown);
        }
        return ClaimPolicy.value(name, json.isValueNode() ? json.asText() : "");
    }

    /** Such as {@code in 58 min} or {@code 3 d ago}. */
    public static String relative(Instant time, Instant now) {
        Duration distance = Duration.between(now, time);
        Duration size = distance.abs();
        String text;
        if (size.toMinutes() < 1) {
            text = size.toSeconds() + " s";
        } else if (size.toHours() < 2) {
            text = size.toMinutes() + " min";
        } else if (size.toDays() < 2) {
            text = size.toHours() + " h";
        } else {
            text = size.toDays() + " d";
        }
        return distance.isNegative() ? text + " ago" : "in " + text;
    }
}
