package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.diagnosis.Recorded;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.finding.Confidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the exchanges of a recorded run (a document of kind {@code RunReport}), each with what it showed at the time. */
final class RecordedExchanges {
    private final ExchangeOutlet outlet;
    private final Map<String, Confidence> confidences = new HashMap<>();

    RecordedExchanges(ExchangeOutlet outlet) {
        this.outlet = outlet;
    }

    /** One of the run's findings, which stand before its exchanges. */
    void finding(JsonNode node) {
        Confidence confidence = constant(Confidence.values(), node.path("confidence"));
        if (confidence != null) {
            confidences.put(node.path("id").asText(), confidence);
        }
    }

    void exchange(long index, JsonNode node) {
        if (!node.path("request").isObject()) {
            outlet.unreadable(index, "this is not an exchange of a run");
            return;
        }
        Draft draft = CallRecord.draft(node);
        TransportFault fault = constant(TransportFault.values(), node.path("fault"));
        if (fault != null) {
            String detail = node.path("faultDetail").asText();
            draft.unanswered(fault, detail.isEmpty() ? "the run records " + fault.slug() : detail);
        }
        if (node.has("finding")) {
            draft.recorded = recorded(node);
        }
        outlet.exchange(index, draft);
    }

    private Recorded recorded(JsonNode node) {
        List<String> alternatives = new ArrayList<>();
        for (JsonNode alternative : node.path("alternatives")) {
            alternatives.add(alternative.asText());
        }
        String id = node.path("finding").isTextual() ? node.path("finding").textValue() : null;
        return new Recorded(id, id == null ? null : confidences.get(id), alternatives);
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, JsonNode slug) {
        String name = slug.asText().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
