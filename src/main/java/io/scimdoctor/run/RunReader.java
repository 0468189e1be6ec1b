package io.scimdoctor.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.ClaimPolicy;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run back. It is strict about what the rest relies on, and tolerant of keys that a later version adds. A file can
 * have been edited, so whatever it says is taken as a text from outside and passes the redaction again.
 */
public final class RunReader {
    private final Redaction redaction;

    public RunReader(Redaction redaction) {
        this.redaction = redaction;
    }

    /** @throws IOException with a sentence for a person, when the text is no whole run */
    public Run read(String text) throws IOException {
        JsonNode json;
        try {
            json = Json.read(text);
        } catch (JsonProcessingException e) {
            throw new IOException("it is no whole JSON document", e);
        }
        if (!RunJson.KIND.equals(json.path("kind").asText())) {
            throw new IOException("it is no recorded run");
        }
        try {
            return run(json);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException("a value in it is none that scimdoctor writes", e);
        }
    }

    private Run run(JsonNode json) {
        List<RunCall> calls = new ArrayList<>();
        for (JsonNode exchange : json.path("exchanges")) {
            calls.add(ExchangeReader.call(exchange, redaction));
        }
        FindingReader findingReader = new FindingReader(redaction);
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : json.path("findings")) {
            findings.add(findingReader.finding(finding));
        }
        return new Run(
                head(json),
                target(json.path("target")),
                verdict(json.path("verdict")),
                settings(json.path("settings")),
                token(json.path("token")),
                checks(json.path("checks")),
                findings,
                groups(json.path("groups")),
                totals(json.path("summary")),
                calls,
                masked(json.path("masked")));
    }

    RunHead head(JsonNode json) {
        JsonNode run = json.path("run");
        return new RunHead(
                identifier(run.path("id")),
                Json.constant(RunHead.Kind.class, run.path("command")),
                Instant.parse(run.path("startedAt").asText()),
                Instant.parse(run.path("finishedAt").asText()),
                run.path("complete").asBoolean(),
                run.path("simulated").asBoolean(),
                typed(json.path("tool").path("version")),
                typed(run.path("catalogue")),
                facts(run.path("environment")));
    }

    Run.RunTarget target(JsonNode target) {
        String baseUrl = text(target.path("baseUrl"));
        return new Run.RunTarget(
                optional(target.path("cloud")),
                baseUrl == null ? null : Redactor.url(baseUrl),
                tenant(target.path("tenantId")),
                optional(target.path("clientId")));
    }

    Verdict verdict(JsonNode verdict) {
        String owner = text(verdict.path("owner"));
        String id = slug(verdict.path("id"));
        return new Verdict(
                Json.constant(Status.class, verdict.path("status")),
                id,
                new OwnTexts(redaction).shown(id, verdict.path("title").asText()),
                owner == null ? null : Json.constant(Owner.class, verdict.path("owner")),
                exitCode(verdict.path("exitCode").asInt()));
    }

    private static ExitCode exitCode(int number) {
        for (ExitCode code : ExitCode.values()) {
            if (code.number() == number) {
                return code;
            }
        }
        throw new IllegalArgumentException("no exit code");
    }

    private static List<Run.RunSetting> settings(JsonNode nodes) {
        List<Run.RunSetting> settings = new ArrayList<>();
        for (JsonNode node : nodes) {
            String value = text(node.path("value"));
            settings.add(new Run.RunSetting(
                    typed(node.path("name")),
                    value == null ? null : value.contains("://") ? Redactor.url(value) : Redactor.typed(value),
                    typed(node.path("source"))));
        }
        return settings;
    }

    private static Run.@Nullable RunToken token(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Map<String, String> claims = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> claim : node.path("claims").properties()) {
            String name = claim.getKey();
            List<String> values = new ArrayList<>();
            for (String value : claim.getValue().asText().split(", ", -1)) {
                values.add(ClaimPolicy.isTime(name) ? Redactor.text(value) : ClaimPolicy.value(name, value));
            }
            if (!ClaimPolicy.meaning(name).isEmpty()) {
                claims.put(name, String.join(", ", values));
            }
        }
        return new Run.RunToken(claims);
    }

    private List<Run.RunCheck> checks(JsonNode nodes) {
        List<Run.RunCheck> checks = new ArrayList<>();
        for (JsonNode node : nodes) {
            checks.add(new Run.RunCheck(
                    Redactor.text(node.path("id").asText()),
                    redaction.text(node.path("title").asText()),
                    Json.constant(Status.class, node.path("status")).slug(),
                    redaction.text(node.path("detail").asText()),
                    texts(node.path("findings"))));
        }
        return checks;
    }

    private List<Run.RunGroup> groups(JsonNode nodes) {
        List<Run.RunGroup> groups = new ArrayList<>();
        for (JsonNode node : nodes) {
            groups.add(new Run.RunGroup(
                    redaction.text(node.path("id").asText()),
                    node.path("count").asLong(),
                    time(node.path("firstSeen")),
                    time(node.path("lastSeen")),
                    endpoints(node.path("endpoints")),
                    texts(node.path("sampleRequestIds")),
                    RunWindows.read(node.path("windows"))));
        }
        return groups;
    }

    /** Each a method and a path. */
    private List<String> endpoints(JsonNode nodes) {
        List<String> endpoints = new ArrayList<>();
        for (JsonNode node : nodes) {
            String endpoint = node.asText();
            int space = endpoint.indexOf(' ') + 1;
            endpoints.add(redaction.text(endpoint.substring(0, space)) + Redactor.url(endpoint.substring(space)));
        }
        return endpoints;
    }

    static Run.RunTotals totals(JsonNode node) {
        return new Run.RunTotals(
                node.path("exchanges").asLong(),
                node.path("failures").asLong(),
                node.path("unreadable").asLong());
    }

    private Map<String, Integer> masked(JsonNode nodes) {
        Map<String, Integer> masked = new LinkedHashMap<>();
        for (JsonNode entry : nodes) {
            masked.put(
                    redaction.text(entry.path("place").asText()),
                    entry.path("count").asInt());
        }
        return masked;
    }

    private static List<Evidence> facts(JsonNode nodes) {
        List<Evidence> facts = new ArrayList<>();
        for (JsonNode node : nodes) {
            facts.add(new Evidence(typed(node.path("name")), typed(node.path("value"))));
        }
        return facts;
    }

    private List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : nodes) {
            texts.add(redaction.text(node.asText()));
        }
        return texts;
    }

    private @Nullable String optional(JsonNode node) {
        String text = text(node);
        return text == null ? null : redaction.text(text);
    }

    /** A finding's id, or null; what is no word of the catalogue is none. */
    static @Nullable String slug(JsonNode node) {
        String slug = text(node);
        if (slug != null
                && !Redactor.text(slug).equals(slug)
                && Catalog.load().find(slug).isEmpty()) {
            throw new IllegalArgumentException("no finding");
        }
        return slug;
    }

    private static @Nullable String tenant(JsonNode node) {
        return node.isTextual() ? Redactor.tenant(node.asText()) : null;
    }

    static String identifier(JsonNode node) {
        return Redactor.identifier(node.asText());
    }

    private static String typed(JsonNode node) {
        return Redactor.typed(node.asText());
    }

    private static @Nullable Instant time(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.textValue()) : null;
    }

    static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
