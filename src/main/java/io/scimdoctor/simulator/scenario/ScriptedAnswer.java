package io.scimdoctor.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.ServiceAnswers;
import io.scimdoctor.simulator.wire.Turn;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's own answer to the requests that it concerns.
 *
 * @param row with a {@code body} it is that of something in between, with a {@code code} Graph's error, else SCIM's
 */
public record ScriptedAnswer(JsonNode row) {
    /** The answer, or null to let the ordinary rules decide. */
    public @Nullable Reply answer(Turn turn) {
        boolean concerned = turn.is(row.path("method").asText(turn.method()))
                && (turn.url().isObject() || !row.path("object").asBoolean())
                && (!row.path("intermittent").asBoolean() || turn.chance().strikes());
        if (row.isMissingNode() || !concerned) {
            return null;
        }
        Reply reply = reply(turn.answers());
        for (JsonNode field : row.path("headers")) {
            String value = field.path(1).asText().replace("{path}", turn.url().path());
            reply = reply.with(field.path(0).asText(), value);
        }
        return reply;
    }

    private Reply reply(ServiceAnswers answers) {
        int status = row.path("status").asInt();
        if (row.has("body")) {
            return Reply.between(status, row.path("body").asText());
        }
        JsonNode text = row.path("text");
        return text.isTextual()
                ? answers.refuse(Refusal.of(status, row.path("code").textValue(), text.textValue()))
                : answers.empty(status);
    }
}
