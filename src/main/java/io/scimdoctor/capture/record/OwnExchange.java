package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.exchange.Times;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A diagnosis in a report of scimdoctor itself: the call stands under {@code exchange}. */
public final class OwnExchange implements Form<JsonNode> {
    @Override
    public boolean matches(JsonNode node) {
        return node.path("exchange").isObject();
    }

    @Override
    public void read(JsonNode node, Intake intake) throws IOException {
        intake.exchange(draft(node.path("exchange"), node));
    }

    /** A request of a check, or null. */
    public static @Nullable Draft request(JsonNode node) {
        return node.isObject() ? draft(node, node) : null;
    }

    /**
     * A call as reports write it.
     *
     * @param holder what names the source of the call; the call itself where nothing does
     */
    private static Draft draft(JsonNode exchange, JsonNode holder) {
        Draft draft = CallRecord.draft(exchange);
        JsonNode source = holder.path("source");
        draft.id = RecordValues.string(source.isObject() ? source.path("id") : exchange.path("id"));
        draft.headers.clear();
        RecordValues.add(draft.headers, "request-id", RecordValues.string(exchange.path("requestId")));
        RecordValues.add(draft.headers, "client-request-id", RecordValues.string(exchange.path("clientRequestId")));
        RecordValues.add(draft.headers, "x-ms-ags-diagnostic", RecordValues.string(exchange.path("diagnostic")));
        JsonNode attempt = exchange.path("attempts").path(0);
        for (JsonNode time : List.of(exchange.path("startedAt"), attempt.path("at"), exchange.path("serverDate"))) {
            draft.at = draft.at == null ? Times.parse(RecordValues.string(time)) : draft.at;
        }
        return draft;
    }
}
