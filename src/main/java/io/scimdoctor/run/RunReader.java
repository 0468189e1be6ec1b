package io.scimdoctor.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
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
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run back. It is strict about what the rest relies on, and tolerant of keys that a later version adds. A file can
 * have been edited, so whatever it says is taken as a text from outside and passes the redaction again.
 */
public record RunReader(Redaction redaction) {
    private static final Pattern SOURCE = Pattern.compile("(.*?:[0-9]+)(?: (.*))?");
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
        return checked(
                json,
                () -> new RunStore.Entry(
                        file,
                        recorded,
                        reader.head(json),
                        reader.target(json.path("target")),
                        totals(json),
                        reader.verdict(json.path(LAST_KEY)),
                        null));
    }

    private static <T> T checked(JsonNode json, Supplier<T> read) throws IOException {
        if (!RunJson.KIND.equals(json.path("kind").asText())) {
            throw new IOException("it is no recorded run");
        }
        try {
            return read.get();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException("the record is corrupt", e);
        }
    }

    private Run run(JsonNode json) {
        Map<String, Integer> masked = new LinkedHashMap<>();
        json.path("masked")
                .forEach(place ->
                        masked.put(text(place, "place"), place.path("count").asInt()));
        return new Run(
                head(json),
                target(json.path("target")),
                verdict(json.path(LAST_KEY)),
                list(json.path("settings"), RunReader::setting),
                token(json.path("token")),
                list(json.path("checks"), this::check),
                list(json.path("findings"), this::finding),
                list(json.path("groups"), this::group),
                totals(json),
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
                typed(json.path("tool"), "version"),
                typed(run, "catalogue"),
                list(run.path("environment"), fact -> new Evidence(typed(fact, "name"), typed(fact, "value"))));
    }

    private Run.RunTarget target(JsonNode target) {
        return new Run.RunTarget(
                optional(target.path("cloud"), redaction::text),
                optional(target.path("baseUrl"), Redactor::url),
                optional(target.path("tenantId"), Redactor::tenant),
                optional(target.path("clientId"), redaction::text));
    }

    private Verdict verdict(JsonNode verdict) {
        String id = slug(verdict.path("id"));
        int number = verdict.path("exitCode").asInt();
        return new Verdict(
                Json.constant(Status.class, verdict.path("status")),
                id,
                own(id, verdict.path("title")),
                optional(verdict.path("owner"), owner -> Json.constant(Owner.class, verdict.path("owner"))),
                Stream.of(ExitCode.values())
                        .filter(code -> code.number() == number)
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    private static Run.RunTotals totals(JsonNode json) {
        return Fields.read(json.path("summary"), Run.RunTotals.class);
    }

    private static Run.RunSetting setting(JsonNode node) {
        return new Run.RunSetting(
                typed(node, "name"),
                optional(
                        node.path("value"),
                        value -> value.contains("://") ? Redactor.url(value) : Redactor.typed(value)),
                typed(node, "source"));
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
        List<String> findings = list(node.path("findings"), item -> String.valueOf(slug(item)));
        boolean named = node.path("detail").asText().equals(String.join(", ", findings));
        return new Run.RunCheck(
                Redactor.text(node.path("id").asText()),
                text(node, "title"),
                Json.constant(Status.class, node.path("status")).slug(),
                named ? String.join(", ", findings) : text(node, "detail"),
                findings);
    }

    private Run.RunGroup group(JsonNode node) {
        JsonNode windows = node.path("windows");
        List<Windows.Window> items = list(windows.path("items"), item -> Fields.read(item, Windows.Window.class));
        return new Run.RunGroup(
                text(node, "id"),
                node.path("count").asLong(),
                optional(node.path("firstSeen"), Instant::parse),
                optional(node.path("lastSeen"), Instant::parse),
                list(node.path("endpoints"), endpoint -> endpoint(endpoint.asText())),
                texts(node.path("sampleRequestIds")),
                items.isEmpty()
                        ? RunWindows.UNKNOWN
                        : new RunWindows(
                                Duration.ofMillis(windows.path("gapMs").asLong()),
                                items,
                                windows.path("omitted").asLong()));
    }

    /** A method and a path. */
    private String endpoint(String endpoint) {
        int space = endpoint.indexOf(' ') + 1;
        return redaction.text(endpoint.substring(0, space)) + Redactor.url(endpoint.substring(space));
    }

    private Finding finding(JsonNode node) {
        JsonNode basis = node.path("basis");
        String id = slug(node.path("id"));
        return new Finding(
                id == null ? "" : id,
                text(node, "error"),
                number(node.path("httpStatus")),
                Json.constant(Severity.class, node.path("severity")),
                Json.constant(Confidence.class, node.path("confidence")),
                Json.constant(Owner.class, node.path("owner")),
                own(id, node.path("title")),
                own(id, node.path("cause")),
                list(node.path("steps"), step -> own(id, step)),
                list(node.path("evidence"), fact -> new Evidence(text(fact, "name"), text(fact, "value"))),
                list(node.path("links"), link -> Redactor.url(link.asText())),
                new Basis(
                        Json.constant(Basis.Kind.class, basis.path("kind")),
                        own(id, basis.path("source")),
                        text(basis, "date")),
                failed(node.path("request")));
    }

    /** Runs of before 2026-11-29 name no call. */
    private @Nullable FailedRequest failed(JsonNode node) {
        return node.isObject()
                ? new FailedRequest(
                        optional(node.path("method"), redaction::text),
                        optional(node.path("url"), url -> Told.own(Redactor.url(url))),
                        number(node.path("status")),
                        optional(node.path("requestId"), redaction::text))
                : null;
    }

    private RunCall call(JsonNode node) {
        JsonNode request = node.path("request");
        ObjectNode trace = JsonNodeFactory.instance.objectNode();
        node.path("route").properties().forEach(part -> trace.set(part.getKey(), part.getValue()));
        trace.set("phases", node.path("phases"));
        Exchange exchange = new Exchange(
                new SentRequest(
                        plain(request, "method"), plain(request, "url"), headers(request), plain(request, "body")),
                outcome(node),
                list(node.path("attempts"), attempt -> Fields.read(attempt, Attempt.class)),
                optional(node.path("startedAt"), Instant::parse),
                Fields.read(trace, Trace.class));
        List<@Nullable String> alternatives = list(node.path("alternatives"), RunReader::slug);
        return new RunCall(
                Redactor.identifier(node.path("id").asText()),
                optional(node.path("source"), RunReader::source),
                redaction.exchange(exchange),
                node.path("billable").asText().equals("yes"),
                slug(node.path("finding")),
                alternatives.stream().filter(Objects::nonNull).toList());
    }

    /** A file's name with a place in it, and perhaps what the capture calls the exchange. */
    private static String source(String source) {
        Matcher parts = SOURCE.matcher(source);
        if (!parts.matches()) {
            return Redactor.fileName(source);
        }
        String place = Redactor.fileName(parts.group(1));
        String id = parts.group(2);
        return id == null ? place : place + " " + Redactor.identifier(id);
    }

    private static Outcome outcome(JsonNode node) {
        return node.path("fault").isTextual()
                ? new Unanswered(
                        Json.constant(TransportFault.class, node.path("fault")),
                        node.path("faultDetail").asText())
                : new Answered(
                        node.path("status").asInt(),
                        headers(node),
                        node.path("body").asText(),
                        node.path("truncated").asBoolean());
    }

    private static Headers headers(JsonNode node) {
        return new Headers(list(node.path("headers"), field -> Fields.read(field, Headers.Field.class)));
    }

    /** The text as it may be shown; the catalogue's own sentences are asked for when something would be masked. */
    private String own(@Nullable String id, JsonNode node) {
        String text = node.asText();
        String shown = redaction.text(text);
        return shown.equals(text) || id == null || !isOwn(id, text) ? shown : text;
    }

    private static boolean isOwn(String id, String text) {
        Catalog catalog = Catalog.load();
        Optional<Condition> condition = catalog.find(id);
        if (condition.isEmpty()) {
            return false;
        }
        Explanation texts = catalog.explain(condition.get());
        return texts.steps().contains(text)
                || Arrays.asList(
                                condition.get().title(),
                                texts.cause(),
                                texts.basis().source())
                        .contains(text);
    }

    /** A finding's id, or null; what is no word of the catalogue is none. */
    static @Nullable String slug(JsonNode node) {
        String slug = optional(node, Function.identity());
        if (slug != null
                && !Redactor.text(slug).equals(slug)
                && Catalog.load().find(slug).isEmpty()) {
            throw new IllegalArgumentException("no finding");
        }
        return slug;
    }

    private static <T extends @Nullable Object> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>(nodes.size());
        nodes.forEach(node -> list.add(read.apply(node)));
        return list;
    }

    private List<String> texts(JsonNode nodes) {
        return list(nodes, node -> redaction.text(node.asText()));
    }

    private String text(JsonNode parent, String name) {
        return redaction.text(parent.path(name).asText());
    }

    private static String typed(JsonNode parent, String name) {
        return Redactor.typed(parent.path(name).asText());
    }

    /** A text that is masked as a part of its exchange. */
    private static @Nullable String plain(JsonNode parent, String name) {
        return parent.path(name).textValue();
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isNumber() ? Integer.valueOf(node.intValue()) : null;
    }

    private static <T> @Nullable T optional(JsonNode node, Function<String, T> read) {
        return node.isTextual() ? read.apply(node.textValue()) : null;
    }
}
