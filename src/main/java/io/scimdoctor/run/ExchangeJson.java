package io.scimdoctor.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.json.Fields;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes one exchange of a run, in the flat form that captures are read in too. */
public final class ExchangeJson {
    private ExchangeJson() {}

    /** Writes the keys of an exchange into the open object. */
    static void write(JsonWriter json, RunCall call) throws IOException {
        Exchange exchange = call.exchange();
        json.field("id", call.id()).field("source", call.source()).field("startedAt", exchange.at());
        parts(json, exchange);
        ObjectNode route = (ObjectNode) Fields.tree(exchange.trace());
        JsonNode phases = route.remove("phases");
        json.put("attempts", exchange.attempts()).put("route", route).put("phases", phases);
        json.field("billable", call.billable() ? "yes" : "no")
                .field("finding", call.finding())
                .strings("alternatives", call.alternatives());
    }

    /** Writes one exchange as a line of its own, which every reader of captures takes. */
    public static void line(Writer target, String id, Exchange exchange) throws IOException {
        String line = JsonWriter.text(false, json -> {
            parts(json.object().field("id", id).field("startedAt", exchange.at()), exchange);
            json.endObject();
        });
        target.write(line + "\n");
    }

    private static void parts(JsonWriter json, Exchange exchange) throws IOException {
        SentRequest request = exchange.request();
        Answered answer = exchange.answer();
        Unanswered failed = exchange.outcome() instanceof Unanswered unanswered ? unanswered : null;
        json.put("request", request);
        json.put("status", answer == null ? null : answer.status());
        json.put("headers", exchange.answerHeaders());
        json.field("body", answer == null ? null : answer.body())
                .field("truncated", answer != null && answer.truncated())
                .field("fault", failed == null ? null : failed.fault().slug())
                .field("faultDetail", failed == null ? null : failed.detail());
    }
}
