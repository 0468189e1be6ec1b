package io.scimdoctor.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redaction;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a run back. It is strict about what the rest relies on, and tolerant of keys that a later version adds. */
public final class RunReader {
    private final Redaction redaction;

    /** @param redaction passes over every exchange again, because a file can have been edited */
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
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : json.path("findings")) {
            findings.add(finding(finding));
        }
        List<Run.RunCheck> checks = new ArrayList<>();
        for (JsonNode check : json.path("checks")) {
            checks.add(new Run.RunCheck(
                    check.path("id").asText(),
                    check.path("title").asText(),
                    check.path("status").asText(),
                    check.path("detail").asText(),
                    texts(check.path("findings"))));
        }
        Map<String, Integer> masked = new LinkedHashMap<>();
        for (JsonNode entry : json.path("masked")) {
            masked.put(entry.path("place").asText(), entry.path("count").asInt());
        }
        return new Run(
                head(json),
                target(json.path("target")),
                verdict(json.path("verdict")),
                settings(json.path("settings")),
                token(json.path("token")),
                checks,
                findings,
                groups(json.path("groups")),
                totals(json.path("summary")),
                calls,
                masked);
    }

    private static List<Run.RunGroup> groups(JsonNode nodes) {
        List<Run.RunGroup> groups = new ArrayList<>();
        for (JsonNode node : nodes) {
            groups.add(new Run.RunGroup(
                    node.path("id").asText(),
                    node.path("count").asLong(),
                    time(node.path("firstSeen")),
                    time(node.path("lastSeen")),
                    texts(node.path("endpoints")),
                    texts(node.path("sampleRequestIds"))));
        }
        return groups;
    }

    private static Run.RunTotals totals(JsonNode node) {
        return new Run.RunTotals(
                node.path("exchanges").asLong(),
                node.path("failures").asLong(),
                node.path("unreadable").asLong());
    }

    private static @Nullable Instant time(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.textValue()) : null;
    }

    static RunHead head(JsonNode json) {
        JsonNode run = json.path("run");
        return new RunHead(
                run.path("id").asText(),
                constant(RunHead.Kind.class, run.path("command").asText()),
                Instant.parse(run.path("startedAt").asText()),
                Instant.parse(run.path("finishedAt").asText()),
                run.path("complete").asBoolean(),
                run.path("simulated").asBoolean(),
                json.path("tool").path("version").asText(),
                run.path("catalogue").asText(),
                facts(run.path("environment")));
    }

    static Run.RunTarget target(JsonNode target) {
        return new Run.RunTarget(
                text(target.path("cloud")),
                text(target.path("baseUrl")),
                text(target.path("tenantId")),
                text(target.path("clientId")));
    }

    static Verdict verdict(JsonNode verdict) {
        String owner = text(verdict.path("owner"));
        return new Verdict(
                constant(Status.class, verdict.path("status").asText()),
                text(verdict.path("id")),
                verdict.path("title").asText(),
                owner == null ? null : constant(Owner.class, owner),
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
            settings.add(new Run.RunSetting(
                    node.path("name").asText(),
                    text(node.path("value")),
                    node.path("source").asText()));
        }
        return settings;
    }

    private static Run.@Nullable RunToken token(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Map<String, String> claims = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> claim : node.path("claims").properties()) {
            claims.put(claim.getKey(), claim.getValue().asText());
        }
        return new Run.RunToken(claims);
    }

    private static Finding finding(JsonNode node) {
        JsonNode status = node.path("httpStatus");
        JsonNode basis = node.path("basis");
        return new Finding(
                node.path("id").asText(),
                node.path("error").asText(),
                status.isNumber() ? Integer.valueOf(status.intValue()) : null,
                constant(Severity.class, node.path("severity").asText()),
                constant(Confidence.class, node.path("confidence").asText()),
                constant(Owner.class, node.path("owner").asText()),
                node.path("title").asText(),
                node.path("cause").asText(),
                texts(node.path("steps")),
                facts(node.path("evidence")),
                texts(node.path("links")),
                new Basis(
                        constant(Basis.Kind.class, basis.path("kind").asText()),
                        basis.path("source").asText(),
                        basis.path("date").asText()));
    }

    private static List<Evidence> facts(JsonNode nodes) {
        List<Evidence> facts = new ArrayList<>();
        for (JsonNode node : nodes) {
            facts.add(
                    new Evidence(node.path("name").asText(), node.path("value").asText()));
        }
        return facts;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : nodes) {
            texts.add(node.asText());
        }
        return texts;
    }

    static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    static <E extends Enum<E>> E constant(Class<E> type, String slug) {
        return Enum.valueOf(type, slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
