package io.scimdoctor.capture.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.diagnosis.Recorded;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the exchanges of a recorded run (a document of kind {@code RunReport}), each with what it showed at the time. */
final class RecordedExchanges {
    private final Map<String, String> confidences = new HashMap<>();

    /** One of the run's findings, which stand before its exchanges. */
    void finding(JsonNode node) {
        confidences.put(node.path("id").asText(), node.path("confidence").asText());
    }

    /** The exchange that an element stands for, or null. */
    @Nullable
    Draft exchange(JsonNode node) {
        if (!node.path("request").isObject()) {
            return null;
        }
        Draft draft = CallRecord.draft(node);
        TransportFault fault = FaultWords.ofSlug(node.path("fault").asText());
        if (fault != null) {
            draft.unanswered(fault, node.path("faultDetail").asText("the run records " + fault.slug()));
        }
        if (node.has("finding")) {
            String id = node.path("finding").textValue();
            Confidence confidence = Slugged.find(Confidence.values(), confidences.get(id));
            draft.recorded = new Recorded(id, confidence, Json.strings(node.path("alternatives")));
        }
        return draft;
    }
}
