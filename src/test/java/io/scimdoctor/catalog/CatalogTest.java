package io.scimdoctor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of the catalogue's data, whoever adds a row. */
final class CatalogTest {
    private static final Path CONDITIONS = Path.of("src/main/resources/io/scimdoctor/catalog/conditions");

    /** Words that begin a sentence without telling anybody to do something. */
    private static final Set<String> NO_VERBS =
            Set.of("The", "A", "An", "It", "This", "That", "If", "When", "Please", "You", "Your", "There", "In", "For");

    /** What must be known of the token where an answer alone cannot show the row. */
    private static final Map<String, Set<TokenFact>> FACTS =
            Map.of("target-is-administrator", Set.of(TokenFact.ROLES_SUFFICIENT));

    /** Microsoft's eight rows: error, status, and the condition that stands for the row. */
    private static final List<String> TABLE = List.of(
            "BadRequest 400 bad-request",
            "BadRequest 400 feature-not-enabled",
            "BadRequest 400 accept-missing",
            "InvalidAuthenticationToken 401 token-rejected",
            "InsufficientPrivileges 403 permission-missing",
            "ResourceNotFound 404 object-not-found",
            "InternalServerException 500 service-fault",
            "GatewayTimeout 504 service-timeout");

    private final Catalog catalog = Catalog.load();
    private final Classifier classifier = new Classifier(catalog);

    @Test
    void every_id_is_a_slug_used_once_and_names_its_file() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path file : files()) {
            String id = Json.read(Files.readString(file)).path("id").asText();
            assertThat(file.getFileName()).hasToString(id + ".json");
            ids.add(id);
        }

        assertThat(ids).allMatch(id -> id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
        assertThat(catalog.rows()).extracting(row -> row.condition().id()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(catalog.conditions()).extracting(Condition::id).doesNotHaveDuplicates();
    }

    @Test
    void every_example_resolves_to_its_own_row() {
        List<String> strays = new ArrayList<>();
        for (Map.Entry<String, JsonNode> example : examples().entrySet()) {
            String found = resolve(example.getKey(), example.getValue());
            if (!found.equals(example.getKey())) {
                strays.add(example.getKey() + " shows " + found);
            }
        }

        assertThat(strays).isEmpty();
        assertThat(examples()).hasSizeGreaterThan(100);
    }

    @Test
    void every_row_that_answers_show_has_an_example() {
        assertThat(catalog.conditions())
                .filteredOn(condition -> !condition.statuses().isEmpty())
                .extracting(Condition::id)
                .isSubsetOf(examples().keySet());
    }

    @Test
    void every_look_alike_exists_and_its_example_shows_another_row() {
        List<String> wrong = new ArrayList<>();
        Map<String, JsonNode> examples = examples();
        for (Condition condition : catalog.conditions()) {
            for (Explanation.LookAlike other : catalog.explain(condition).confusedWith()) {
                JsonNode example = examples.get(catalog.require(other.id()).id());
                boolean same = example != null && resolve(other.id(), example).equals(condition.id());
                if (same || other.tell().isBlank()) {
                    wrong.add(condition.id() + " and " + other.id());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void every_step_tells_somebody_to_do_something() {
        for (Condition condition : catalog.conditions()) {
            List<String> steps = catalog.explain(condition).steps();
            assertThat(steps).as(condition.id()).isNotEmpty();
            for (String step : steps) {
                String first = step.split("[ ,:.]")[0];
                assertThat(first).as(condition.id() + ": " + step).matches("[A-Z][a-z]+(-[a-z]+)?");
                assertThat(NO_VERBS).as(condition.id() + ": " + step).doesNotContain(first);
            }
        }
    }

    /**
     * What Microsoft has to mend goes to support, with what its own page asks to collect first; who can do nothing but wait
     * and repeat makes the calls, and an administrator does neither.
     */
    @Test
    void the_owner_is_who_can_take_the_first_step_and_a_ticket_is_the_last_resort_of_all_others() {
        Map<Owner, String> first = Map.of(
                Owner.MICROSOFT_SUPPORT, "(Collect|Ask Microsoft support|Open a support ticket) .*",
                Owner.CALLER, "(?!Ask (?!for)|Collect |Grant |Assign |Open ).*",
                Owner.APPLICATION_ADMINISTRATOR, "(?!Wait|Retry|Repeat|Send|Request|Ask|Collect).*",
                Owner.PRIVILEGED_ROLE_ADMINISTRATOR, "(?!Wait|Retry|Repeat|Send|Request|Ask|Collect).*",
                Owner.BILLING_ADMINISTRATOR, "(?!Wait|Retry|Repeat|Send|Request|Ask|Collect).*",
                Owner.IDENTITY_ADMINISTRATOR, "(?!Wait|Retry|Repeat|Send|Request|Ask|Collect|Use).*",
                // To repeat a call on another way is how a path is tested.
                Owner.NETWORK, "(?!Wait|Retry|Collect|Repeat (?!the call (without|from) )).*");
        List<String> wrong = new ArrayList<>();
        for (Condition condition : catalog.conditions()) {
            List<String> steps = catalog.explain(condition).steps();
            boolean early = steps.subList(0, steps.size() - 1).stream()
                    .anyMatch(step -> step.startsWith("Open a support ticket"));
            boolean withoutSupport = condition.owner() == Owner.MICROSOFT_SUPPORT
                    && steps.stream().noneMatch(step -> step.contains("support"));
            String allowed = first.get(condition.owner());
            if (!steps.get(0).matches(allowed) || early || withoutSupport) {
                wrong.add(condition.id() + ", " + condition.owner() + ", " + allowed + ": " + steps.get(0));
            }
        }

        assertThat(wrong)
                .as(
                        "rows whose first step does not begin as those of their owner do, whose ticket is not the last step,"
                                + " or that are Microsoft's and name no support")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"match\":[{\"stauts\":[400]}]", "\"match\":[],\"only\":{\"stauts\":[400]}"})
    void the_build_refuses_a_row_with_a_predicate_that_does_not_exist(String rules) throws IOException {
        String row =
                "{\"title\":\"t\",\"severity\":\"fail\",\"confidence\":\"likely\",\"owner\":\"caller\"," + rules + "}";
        ObjectNode json = (ObjectNode) Json.read(row);

        assertThatThrownBy(() -> Row.line("made-up", json)).hasMessage("made-up: no such predicate: stauts");
    }

    @Test
    void every_row_of_microsofts_table_is_covered() {
        for (String row : TABLE) {
            String[] cells = row.split(" ");
            int status = Integer.parseInt(cells[1]);
            Condition condition = catalog.require(cells[2]);

            assertThat(condition.statuses()).as(row).contains(status);
            assertThat(condition.error(status)).as(row).isEqualTo(cells[0]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "token-wrong-audience, InvalidAuthenticationToken",
        "token-wrong-tenant, InvalidAuthenticationToken",
        "token-delegated, InsufficientPrivileges",
        "token-expired, InvalidAuthenticationToken",
        "licence-missing, InsufficientPrivileges",
        "service-busy, ServiceUnavailable",
    })
    void what_came_without_a_status_or_was_never_sent_bears_the_name_of_the_usual_answer(String id, String error) {
        assertThat(catalog.finding(id, List.of()).error()).isEqualTo(error);
    }

    @Test
    void every_transport_fault_shows_the_row_of_its_name() {
        for (TransportFault fault : TransportFault.values()) {
            Exchange exchange = Exchange.captured(SentRequest.UNKNOWN, new Unanswered(fault, "it failed"), null);

            assertThat(resolve(new Observation(exchange, Set.of()))).isEqualTo(fault.slug());
        }
    }

    @Test
    void no_two_rows_describe_an_answer_equally_well() throws IOException {
        Map<String, JsonNode> answers = examples();
        for (JsonNode line : corpus()) {
            answers.put(line.path("id").asText(), line);
        }
        List<String> ties = new ArrayList<>();
        for (Map.Entry<String, JsonNode> answer : answers.entrySet()) {
            List<Classifier.Candidate> best = classifier.candidates(seen(answer.getValue(), Set.of()));
            if (best.size() > 1 && best.get(0).score() == best.get(1).score()) {
                ties.add(answer.getKey() + ": " + best.get(0).condition().id() + ", "
                        + best.get(1).condition().id());
            }
        }

        assertThat(ties).isEmpty();
        assertThat(answers).hasSizeGreaterThan(700);
    }

    /** {@code CorpusTest} sees that each line gets its label. */
    @Test
    void every_row_that_a_capture_can_show_has_a_line_in_the_corpus_and_every_line_has_a_row() throws IOException {
        Set<String> labels = new TreeSet<>();
        for (JsonNode line : corpus()) {
            labels.add(line.path("expect").path("condition").asText());
        }
        labels.remove("success");
        Set<String> withoutLine = new TreeSet<>();
        for (Condition condition : catalog.conditions()) {
            if (!labels.remove(condition.id()) && !isFoundByChecksAlone(condition.id())) {
                withoutLine.add(condition.id());
            }
        }

        assertThat(withoutLine)
                .as("rows that no line of src/test/resources/io/scimdoctor/corpus/responses.ndjson"
                        + " has as its expect.condition")
                .isEmpty();
        assertThat(labels).as("labels that are no row").isEmpty();
    }

    @Test
    void every_row_that_checks_alone_can_find_is_named_by_a_test_or_a_scenario() throws IOException {
        String tests = javaFiles("src/test/java") + javaFiles("src/main/java/io/scimdoctor/simulator/scenario");

        List<String> forgotten = new ArrayList<>();
        for (Row row : catalog.rows()) {
            if (isFoundByChecksAlone(row.id()) && !tests.contains(row.id())) {
                forgotten.add(row.id());
            }
        }

        assertThat(forgotten)
                .as("rows without a rule that neither a test nor a scenario names")
                .isEmpty();
    }

    private boolean isFoundByChecksAlone(String id) {
        for (Row row : catalog.rows()) {
            if (row.id().equals(id)) {
                return row.rules().isEmpty();
            }
        }
        return false;
    }

    @Test
    void no_failing_status_is_left_unclassified() {
        for (int status = 300; status < 600; status++) {
            Answered answer = new Answered(status, Headers.NONE, "");
            Exchange exchange = Exchange.captured(SentRequest.UNKNOWN, answer, null);

            assertThat(resolve(new Observation(exchange, Set.of())))
                    .as("%d", status)
                    .isNotEqualTo("success");
        }
    }

    private Map<String, JsonNode> examples() {
        Map<String, JsonNode> examples = new LinkedHashMap<>();
        for (Condition condition : catalog.conditions()) {
            JsonNode example = catalog.explain(condition).example();
            if (example != null) {
                examples.put(condition.id(), example);
            }
        }
        return examples;
    }

    private String resolve(String id, JsonNode example) {
        return resolve(seen(example, FACTS.getOrDefault(id, Set.of())));
    }

    private String resolve(Observation seen) {
        return classifier.classify(seen).map(found -> found.condition().id()).orElse("success");
    }

    private static Observation seen(JsonNode answer, Set<TokenFact> facts) {
        JsonNode request = answer.path("request");
        SentRequest sent = new SentRequest(
                request.path("method").textValue(),
                request.path("url").textValue(),
                headers(request.path("headers")),
                request.path("body").textValue());
        Answered answered = new Answered(
                answer.path("status").asInt(),
                headers(answer.path("headers")),
                answer.path("body").asText(""));
        return new Observation(Exchange.captured(sent, answered, null), facts);
    }

    private static Headers headers(JsonNode json) {
        List<Headers.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            fields.add(new Headers.Field(field.getKey(), field.getValue().asText()));
        }
        return new Headers(fields);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CONDITIONS)) {
            return files.sorted().toList();
        }
    }

    private static List<JsonNode> corpus() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String file : List.of("responses.ndjson", "variants.ndjson")) {
            for (String line : resource("/io/scimdoctor/corpus/" + file).split("\n")) {
                lines.add(Json.read(line));
            }
        }
        return lines;
    }

    private static String javaFiles(String folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static String resource(String name) throws IOException {
        return new String(CatalogTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
