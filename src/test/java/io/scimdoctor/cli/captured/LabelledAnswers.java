package io.scimdoctor.cli.captured;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Captured answers with the labels that they must get. */
public record LabelledAnswers(String text) {
    public static LabelledAnswers of(String file) throws IOException {
        return new LabelledAnswers(new String(
                LabelledAnswers.class
                        .getResourceAsStream("/io/scimdoctor/corpus/" + file)
                        .readAllBytes(),
                StandardCharsets.UTF_8));
    }

    int count() {
        return text.split("\n").length;
    }

    /** What the whole command says otherwise, one line for each wrong answer. */
    List<String> wrong() throws IOException {
        CommandRun run = CommandRun.with().in(text).run("classify", "-", "-o", "ndjson");
        Map<String, String> said = new HashMap<>();
        for (String line : run.out().split("\n")) {
            JsonNode json = Json.read(line);
            String id = json.path("id").isNull() ? "success" : json.path("id").asText();
            said.put(
                    json.path("source").path("id").asText(),
                    id + "/" + json.path("error").asText());
        }
        List<String> wrong = new ArrayList<>();
        for (String line : text.split("\n")) {
            JsonNode labelled = Json.read(line);
            JsonNode expect = labelled.path("expect");
            String expected = expect.path("condition").asText() + "/"
                    + expect.path("error").asText();
            String got = said.getOrDefault(labelled.path("id").asText(), "nothing");
            if (!got.equals(expected)) {
                wrong.add(labelled.path("id").asText() + ": " + got + " instead of " + expected);
            }
        }
        return wrong;
    }
}
