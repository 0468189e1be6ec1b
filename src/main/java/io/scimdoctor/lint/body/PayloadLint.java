package io.scimdoctor.lint.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.scim.ResourceKind;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Judges bodies while they are read: one value, several one after the other, or an array of them. A PATCH is judged
 * operation by operation, so that the length of a body does not matter.
 *
 * @param patch whether they change a resource; otherwise they create one
 * @param kind whose they are, or null when the operations of a PATCH say it
 */
public record PayloadLint(boolean patch, @Nullable ResourceKind kind) {
    /** For the body of a request to create or change, or null when the request has none. */
    public static @Nullable PayloadLint of(String method, ResourceKind kind) {
        boolean patch = method.equals("PATCH");
        return kind.isDirectory() && (patch || method.equals("POST")) ? new PayloadLint(patch, kind) : null;
    }

    /** Judges one body. */
    public List<LintFinding> check(String body) {
        List<LintFinding> all = new ArrayList<>();
        try {
            read(new StringReader(body), false, (line, findings) -> all.addAll(findings));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return all;
    }

    /**
     * Judges all payloads of a text; what is no JSON is a finding too, and ends the reading.
     *
     * @throws IOException when the text itself cannot be read
     */
    public void read(Reader text, PayloadSink sink) throws IOException {
        read(text, true, sink);
    }

    private void read(Reader text, boolean several, PayloadSink sink) throws IOException {
        Findings findings = new Findings();
        int line = 1;
        int payloads = 0;
        try (JsonParser parser = Json.parser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (several && (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY)) {
                    continue;
                }
                line = parser.currentTokenLocation().getLineNr();
                payload(parser, findings);
                payloads++;
                if (!several && parser.nextToken() != null) {
                    findings.add(
                            "json-syntax", here(parser.currentTokenLocation()), "something follows the JSON value");
                }
                sink.payload(line, findings.list());
                findings = new Findings();
                if (!several) {
                    return;
                }
            }
        } catch (JsonProcessingException e) {
            findings.add("json-syntax", here(e.getLocation()), sentence(e));
            sink.payload(line, findings.list());
            return;
        }
        if (payloads == 0) {
            findings.add("body-missing", new Place(Place.Part.BODY, 0, 0, 1, 1));
            sink.payload(1, findings.list());
        }
    }

    private void payload(JsonParser parser, Findings findings) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            JsonValue value = new JsonValueReader(parser).value();
            findings.add("json-not-object", value.opening());
            return;
        }
        if (patch || kind == null) {
            new PatchLint(parser, kind, findings).check();
        } else {
            new CreateLint(new AttributeNames(kind), findings).check(new JsonValueReader(parser).value());
        }
    }

    /** What is wrong with a text that is no JSON. The reader's own message may repeat the text, so it is not shown. */
    private static String sentence(JsonProcessingException fault) {
        String message = String.valueOf(fault.getOriginalMessage()).toLowerCase(Locale.ROOT);
        JsonNode faults = Resource.json(PayloadLint.class, "json-faults.json").path("faults");
        JsonNode known =
                First.of(faults, row -> message.contains(row.path("message").asText()));
        return known == null ? "this is no JSON" : known.path("sentence").asText();
    }

    private static Place here(@Nullable JsonLocation location) {
        if (location == null) {
            return new Place(Place.Part.BODY, 0, 0, 1, 1);
        }
        int offset = (int) Math.max(0, location.getCharOffset());
        return new Place(Place.Part.BODY, offset, offset, location.getLineNr(), Math.max(1, location.getColumnNr()));
    }
}
