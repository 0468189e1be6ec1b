package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the vocabulary lets pass: the catalogue's own texts, and the service's own sentences. */
final class VocabularyTest {
    private static final String UNKNOWN = "words that would be masked in what is handed on; a usual one goes into"
            + " src/main/resources/io/scimdoctor/redact/words.txt";

    /** What callers have chosen, what a cut has left of a word, and what is no English. */
    private static final Set<String> CHOSEN = Set.of(
            "'Engineering.Level'",
            "'a@contoso.example'.",
            "'fabrikam.example'",
            "'x.example'",
            "'a%b'.",
            "'nonexistent-id-000000'",
            "\"x\"].value'",
            "'nickname2'",
            "'system:serviceaccount:default:sa'.",
            "'user@contoso.example'",
            "(xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).",
            "contoso.example",
            "-2147184105",
            "-2147184118",
            "\"Unkno",
            "11111111-2222-",
            "alread",
            "featur",
            "fo",
            "se",
            "Abschließen",
            "für",
            "genügend");

    @Test
    void no_text_of_the_catalogue_is_masked() {
        Catalog catalog = Catalog.load();
        Set<String> masked = new TreeSet<>();
        for (Condition condition : catalog.conditions()) {
            Explanation texts = catalog.explain(condition);
            List<String> all = new ArrayList<>(texts.steps());
            all.addAll(texts.symptoms());
            all.addAll(texts.links());
            all.addAll(List.of(condition.title(), texts.cause(), texts.basis().source()));
            // What may stand behind the name of the header is a secret, except to those who know the sentence.
            all.removeIf(text -> text.contains("Authorization: Bearer"));
            all.forEach(text -> masked.addAll(masked(text)));
        }

        assertThat(masked).as(UNKNOWN).isEmpty();
    }

    @Test
    void no_sentence_about_a_text_without_an_answer_is_masked() throws IOException {
        JsonNode kinds = Json.read(resource("/io/scimdoctor/capture/form/no-answer.json"));
        List<String> all = kinds.findValuesAsText("sentence");
        kinds.path("others").forEach(sentence -> all.add(sentence.asText()));
        Set<String> masked = new TreeSet<>();
        all.forEach(sentence -> masked.addAll(masked(sentence)));

        assertThat(all).hasSizeGreaterThan(30);
        assertThat(masked).as(UNKNOWN).isEmpty();
    }

    @Test
    void no_sentence_of_a_captured_answer_is_masked() throws IOException {
        Set<String> masked = new TreeSet<>();
        for (String file : List.of("responses.ndjson", "variants.ndjson")) {
            for (String line : resource("/io/scimdoctor/corpus/" + file).split("\n")) {
                ErrorBody body = ErrorBody.parse(Json.read(line).path("body").asText());
                boolean whole = body.shape() != Shape.TEXT && body.shape() != Shape.HTML && body.shape() != Shape.JSON;
                masked.addAll(whole ? masked(body.message()) : List.of());
            }
        }
        masked.removeAll(CHOSEN);

        assertThat(masked).as(UNKNOWN).isEmpty();
    }

    @Test
    void links_of_microsofts_own_sentences_stay_whole() {
        for (String link : List.of(
                "https://aka.ms/NewClientSecret",
                "https://go.microsoft.com/fwlink/?LinkId=2203775",
                "https://go.microsoft.com/fwlink/?linkid=2198657")) {
            assertThat(Redactor.text("See " + link + ".")).isEqualTo("See " + link + ".");
        }
    }

    private static List<String> masked(String text) {
        List<String> masked = new ArrayList<>(List.of(text.split("\\s+")));
        List.of(new Redaction(Pseudonyms.NONE, secret -> {}).text(text).split("\\s+"))
                .forEach(masked::remove);
        masked.removeIf(word -> word.startsWith("00000003-") || word.contains(Redactor.MASK));
        return masked;
    }

    private static String resource(String name) throws IOException {
        return new String(VocabularyTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
