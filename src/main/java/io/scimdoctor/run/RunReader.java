package io.scimdoctor.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.Fields;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.ClaimPolicy;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run back. It is strict about what the rest relies on, and tolerant of keys that a later version adds. A file can
 * have been edited, so whatever it says is taken as a text from outside and passes the redaction again.
 */
public record RunReader(Redaction redaction) {
    private static final Pattern SOURCE = Pattern.compile("^(.*?:[0-9]+) .*");
    /** The last key of what a list of runs needs, which stands before everything that is long. */
    private static final String LAST_KEY = "verdict";

    /** @throws IOException with a sentence for a person, when the text is no whole run */
    public Run read(String text) throws IOException {
        try {
            JsonNode json = Json.read(text);
            return checked(json, () -> run(json));
        } catch (JsonProcessingException e) {
            throw new IOException("it is no whole JSON document", e);
        }
    }

    /**
     * What a list says of a run's file.
     *
     * @throws IOException when it cannot be read or is no run
     */
    static RunStore.Entry entry(Path file, @Nullable Instant recorded) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        try (InputStream input = Files.newInputStream(file);
                JsonParser parser = Json.parser(input)) {
            String name = parser.nextToken() == JsonToken.START_OBJECT ? parser.nextFieldName() : null;
            while (name != null && !json.has(LAST_KEY)) {
                parser.nextToken();
                json.set(name, Json.read(parser));
                name = parser.nextFieldName();
            }
        }
        RunReader reader = new RunReader(new Redaction(Pseudonyms.NONE, secret -> {}));
        return checked(json, () -> new RunStore.Entry(file, recorded, reader.run(json)));
    }

    private static <T> T checked(JsonNode json, Supplier<T> read) throws IOException {
        if (!RunJson.KIND.equals(json.path("kind").asText())) {
            throw new IOException("it is no recorded run");
        }
        try {
            return read.get();
        } catch (IllegalArgumentException | DateTimeParseException | NullPointerException e) {
            // A key is missing, or its value has another form, where the rest relies on it.
            throw new IOException("the record is corrupt", e);
        }
    }

    private Run run(JsonNode json) {
        Map<String, Integer> masked = new LinkedHashMap<>();
        json.path("masked")
                .forEach(place -> masked.put(
                        redaction.text(place.path("place").asText()),
                        place.path("count").asInt()));
        return new Run(
                head(json),
                target(json.path("target")),
                verdict(json.path(LAST_KEY)),
                list(json.path("settings"), RunReader::setting),
                token(json.path("token")),
                list(json.path("checks"), this::check),
                list(json.path("findings"), this::finding),
                list(json.path("groups"), this::group),
                Fields.read(json.path("summary"), Run.RunTotals.class),
                list(json.path("exchanges"), this::call),
                masked);
    }

    private RunHead head(JsonNode json) {
        JsonNode run = json.path("run");
        return new RunHead(
                Redactor.identifier(run.path("id").asText()),
                Json.constant(RunHead.Kind.class, run.path("command")),
                Instant.parse(run.path("startedAt").asText()),
                Instant.parse(run.path("finishedAt").asText()),
                run.path("complete").asBoolean(),
                run.path("simulated").asBoolean(),
                new Machine(
                        Redactor.typed(json.path("tool").path("version").asText()),
                        Redactor.typed(run.path("catalogue").asText()),
                        list(
                                run.path("environment"),
                                fact -> read(fact, Evidence.class, Set.of(), (key, text) -> Redactor.typed(text)))));
    }

    private Run.RunTarget target(JsonNode target) {
        Set<String> nullable = Set.of("cloud", "baseUrl", "tenantId", "clientId");
        return read(target, Run.RunTarget.class, nullable, (key, text) -> switch (key) {
            case "baseUrl" -> Redactor.url(text);
            case "tenantId" -> Redactor.tenant(text);
            default -> redaction.text(text);
        });
    }

    private Verdict verdict(JsonNode verdict) {
        String id = verdict.path("id").asText();
        return read(verdict, Verdict.class, Set.of("id", "owner"), (key, text) -> switch (key) {
            case "id" -> slug(text);
            case "title" -> own(id, text);
            default -> text;
        });
    }

    private static Run.RunSetting setting(JsonNode node) {
        return read(
                node,
                Run.RunSetting.class,
                Set.of("value"),
                (key, text) -> text.contains("://") ? Redactor.url(text) : Redactor.typed(text));
    }

    private static Run.@Nullable RunToken token(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Map<String, String> claims = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> claim : node.path("claims").properties()) {
            String name = claim.getKey();
            if (!ClaimPolicy.meaning(name).isEmpty()) {
                claims.put(
                        name,
                        Stream.of(claim.getValue().asText().split(", ", -1))
                                .map(value -> ClaimPolicy.isTime(name)
                                        ? Redactor.text(value)
                                        : ClaimPolicy.value(name, value))
                                .collect(Collectors.joining(", ")));
            }
        }
        return new Run.RunToken(claims);
    }

    private Run.RunCheck check(JsonNode node) {
        String named = String.join(", ", Json.strings(node.path("findings")));
        return read(node, Run.RunCheck.class, Set.of(), (key, text) -> switch (key) {
            case "findings" -> slug(text);
            case "detail" -> text.equals(named) ? text : redaction.text(text);
            default -> redaction.text(text);
        });
    }

    private Run.RunGroup group(JsonNode node) {
        return read(node, Run.RunGroup.class, Set.of("firstSeen", "lastSeen"), (key, text) -> switch (key) {
            case "firstSeen", "lastSeen" -> text;
            case "endpoints" -> endpoint(text);
            default -> redaction.text(text);
        });
    }

    /** A method and a path. */
    private String endpoint(String endpoint) {
        int space = endpoint.indexOf(' ') + 1;
        return redaction.text(endpoint.substring(0, space)) + Redactor.url(endpoint.substring(space));
    }

    private Finding finding(JsonNode node) {
        String id = slug(node.path("id").asText());
        // Runs of before 2026-11-29 name no call.
        ObjectNode finding = JsonNodeFactory.instance.objectNode().putNull("request");
        node.properties().forEach(part -> finding.set(part.getKey(), part.getValue()));
        finding.set("remedy", node.path("steps"));
        finding.remove("commands");
        Set<String> nullable = Set.of("httpStatus", "request", "method", "url", "status", "requestId");
        return read(finding, Finding.class, nullable, (key, text) -> switch (key) {
            case "id", "severity", "confidence", "owner", "kind" -> text;
            case "title", "cause", "remedy", "source" -> own(id, text);
            case "links", "url" -> Redactor.url(text);
            default -> redaction.text(text);
        });
    }

    private RunCall call(JsonNode node) {
        ObjectNode trace = JsonNodeFactory.instance.objectNode();
        node.path("route").properties().forEach(part -> trace.set(part.getKey(), part.getValue()));
        trace.set("phases", node.path("phases"));
        Exchange exchange = new Exchange(
                read(node.path("request"), SentRequest.class, Set.of("method", "url", "body"), (key, text) -> text),
                outcome(node),
                list(node.path("attempts"), attempt -> Fields.read(attempt, Attempt.class)),
                optional(node.path("startedAt"), Instant::parse),
                Fields.read(trace, Trace.class));
        return new RunCall(
                Redactor.identifier(node.path("id").asText()),
                optional(node.path("source"), RunReader::source),
                redaction.exchange(exchange),
                node.path("billable").asText().equals("yes"),
                optional(node.path("finding"), RunReader::slug),
                list(node.path("alternatives"), id -> slug(id.asText())));
    }

    /** A file's name with a place in it; what the capture calls the exchange may be a person's name. */
    private static String source(String source) {
        return Redactor.fileName(SOURCE.matcher(source).replaceFirst("$1"));
    }

    private static Outcome outcome(JsonNode node) {
        return node.path("fault").isTextual()
                ? new Unanswered(
                        Json.constant(TransportFault.class, node.path("fault")),
                        node.path("faultDetail").asText())
                : Fields.read(node, Answered.class);
    }

    /** The text as it may be shown; the catalogue's own sentences are asked for when something would be masked. */
    private String own(String id, String text) {
        String shown = redaction.text(text);
        return shown.equals(text) || !isOwn(id, text) ? shown : text;
    }

    private static boolean isOwn(String id, String text) {
        Catalog catalog = Catalog.load();
        return catalog.find(id).stream().anyMatch(condition -> {
            Explanation texts = catalog.explain(condition);
            return texts.steps().contains(text)
                    || text.equals(condition.title())
                    || text.equals(texts.cause())
                    || text.equals(texts.basis().source());
        });
    }

    /** A finding's id; what is no word of the catalogue is none. */
    static String slug(String slug) {
        if (!Redactor.text(slug).equals(slug) && Catalog.load().find(slug).isEmpty()) {
            throw new IllegalArgumentException("no finding");
        }
        return slug;
    }

    /**
     * @param nullable the keys that may have no value
     * @param redaction takes the key of a text and the text, and returns what of it may be shown
     */
    private static <T> T read(JsonNode node, Class<T> type, Set<String> nullable, BinaryOperator<String> redaction) {
        return Fields.read(safe("", node, nullable, redaction), type);
    }

    private static JsonNode safe(String key, JsonNode node, Set<String> nullable, BinaryOperator<String> redaction) {
        if (node.isTextual()) {
            return TextNode.valueOf(redaction.apply(key, node.textValue()));
        }
        if (node.isNull() && !nullable.contains(key)) {
            throw new IllegalArgumentException("a value is missing");
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(safe(key, element, nullable, redaction)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(field ->
                            object.set(field.getKey(), safe(field.getKey(), field.getValue(), nullable, redaction)));
            return object;
        }
        return node;
    }

    private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>(nodes.size());
        nodes.forEach(node -> list.add(read.apply(node)));
        return list;
    }

    private static <T> @Nullable T optional(JsonNode node, Function<String, T> read) {
        return node.isTextual() ? read.apply(node.textValue()) : null;
    }
}
