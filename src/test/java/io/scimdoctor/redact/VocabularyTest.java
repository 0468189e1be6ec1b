package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ErrorBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the vocabulary lets pass: the catalogue's own texts, and the service's own sentences. */
final class VocabularyTest {
    /** Words of captured sentences that callers have chosen: names, values, and the words of other products. */
    private static final Set<String> CHOSEN = Set.of();

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
            all.forEach(text -> masked.addAll(masked(text)));
        }

        assertThat(masked).isEmpty();
    }

    @Test
    void no_sentence_of_a_captured_answer_is_masked() throws IOException {
        Set<String> masked = new TreeSet<>();
        for (String file : List.of("responses.ndjson", "variants.ndjson")) {
            for (String line : resource("/io/scimdoctor/corpus/" + file).split("\n")) {
                JsonNode answer = Json.read(line);
                masked.addAll(
                        masked(ErrorBody.parse(answer.path("body").asText()).message()));
            }
        }
        masked.removeAll(CHOSEN);

        assertThat(masked).isEmpty();
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
        List<String> masked = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            if (Redactor.text(word).contains(Redactor.MASK) && !word.contains(Redactor.MASK)) {
                masked.add(word);
            }
        }
        return masked;
    }

    private static String resource(String name) throws IOException {
        return new String(VocabularyTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
