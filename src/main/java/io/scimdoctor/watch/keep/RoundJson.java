package io.scimdoctor.watch.keep;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.watch.tally.Dimension;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.WatchedCall;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rounds as lines of the log, from which a watch that was killed counts anew what its last snapshot lacks. */
public final class RoundJson {
    private RoundJson() {}

    public static String line(Round round) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = JsonWriter.compact(text)) {
            json.object();
            content(json, round);
            json.endObject();
        }
        return text.toString();
    }

    public static void content(JsonWriter json, Round round) throws IOException {
        json.field("number", round.number())
                .field("startedAt", round.started())
                .field("finishedAt", round.finished())
                .field("undecided", round.undecided())
                .field("apiCalls", round.apiCalls())
                .field("billable", round.billable())
                .field("notBefore", round.notBefore())
                .array("lateMs");
        for (long late : round.lateMillis()) {
            json.number(late);
        }
        json.endArray().array("calls");
        for (WatchedCall call : round.calls()) {
            call(json, call);
        }
        json.endArray();
    }

    private static void call(JsonWriter json, WatchedCall call) throws IOException {
        WatchedCall.Shown finding = call.finding();
        json.object()
                .field("at", call.at())
                .field("endpoint", call.endpoint())
                .field("made", call.made())
                .field("status", call.status())
                .field("durationMs", call.duration())
                .field("finding", finding == null ? null : finding.id())
                .field("failure", call.failed())
                .field("requestId", call.requestId())
                .object("traits");
        for (Map.Entry<Dimension, String> trait : call.traits().entrySet()) {
            json.field(trait.getKey().slug(), trait.getValue());
        }
        json.endObject().endObject();
    }

    /** @throws RuntimeException of some kind when it is damaged */
    public static Round read(JsonNode json) {
        List<Long> late = new ArrayList<>();
        json.path("lateMs").forEach(millis -> late.add(millis.asLong()));
        List<WatchedCall> calls = new ArrayList<>();
        json.path("calls").forEach(call -> calls.add(call(call)));
        String notBefore = string(json.path("notBefore"));
        return new Round(
                json.path("number").asLong(),
                Instant.parse(json.path("startedAt").asText()),
                Instant.parse(json.path("finishedAt").asText()),
                late,
                json.path("undecided").asBoolean(),
                calls,
                json.path("apiCalls").asInt(),
                json.path("billable").asInt(),
                notBefore == null ? null : Instant.parse(notBefore));
    }

    private static WatchedCall call(JsonNode json) {
        String finding = string(json.path("finding"));
        Map<Dimension, String> traits = new EnumMap<>(Dimension.class);
        json.path("traits")
                .properties()
                .forEach(trait -> traits.put(
                        Dimension.of(trait.getKey()), trait.getValue().asText()));
        JsonNode status = json.path("status");
        return new WatchedCall(
                Instant.parse(json.path("at").asText()),
                json.path("endpoint").asText(),
                json.path("made").asBoolean(),
                status.isIntegralNumber() ? Integer.valueOf(status.intValue()) : null,
                Duration.ofMillis(json.path("durationMs").asLong()),
                finding == null
                        ? null
                        : new WatchedCall.Shown(finding, json.path("failure").asBoolean()),
                string(json.path("requestId")),
                traits);
    }

    private static @Nullable String string(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
