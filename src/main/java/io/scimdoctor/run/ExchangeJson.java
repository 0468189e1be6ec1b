package io.scimdoctor.run;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/** Writes one exchange of a run, in the flat form that captures are read in too. */
public final class ExchangeJson {
    private ExchangeJson() {}

    static void write(JsonWriter json, RunCall call) throws IOException {
        Exchange exchange = call.exchange();
        json.object().field("id", call.id()).field("source", call.source()).field("startedAt", exchange.at());
        parts(json, exchange);
        attempts(json, exchange);
        trace(json, exchange.trace());
        json.field("billable", call.billable() ? "yes" : "no")
                .field("finding", call.finding())
                .strings("alternatives", call.alternatives())
                .endObject();
    }

    /** Writes one exchange as a line of its own, which every reader of captures takes. */
    public static void line(Writer target, String id, Exchange exchange) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonWriter json = JsonWriter.compact(line)) {
            json.object().field("id", id).field("startedAt", exchange.at());
            parts(json, exchange);
            json.endObject();
        }
        target.write(line.toString().strip() + "\n");
    }

    private static void parts(JsonWriter json, Exchange exchange) throws IOException {
        request(json, exchange.request());
        if (exchange.outcome() instanceof Answered answer) {
            json.field("status", answer.status());
            headers(json, answer.headers());
            json.field("body", answer.body()).field("truncated", answer.truncated());
            json.field("fault", (String) null).field("faultDetail", (String) null);
        } else if (exchange.outcome() instanceof Unanswered unanswered) {
            json.field("status", (String) null);
            headers(json, Headers.NONE);
            json.field("body", (String) null).field("truncated", false);
            json.field("fault", unanswered.fault().slug()).field("faultDetail", unanswered.detail());
        }
    }

    private static void request(JsonWriter json, SentRequest request) throws IOException {
        json.object("request").field("method", request.method()).field("url", request.url());
        headers(json, request.headers());
        json.field("body", request.body()).endObject();
    }

    /** Header fields in the order in which they came, names repeated where they were. */
    public static void headers(JsonWriter json, Headers headers) throws IOException {
        json.array("headers");
        for (Headers.Field field : headers.fields()) {
            json.object()
                    .field("name", field.name())
                    .field("value", field.value())
                    .endObject();
        }
        json.endArray();
    }

    private static void attempts(JsonWriter json, Exchange exchange) throws IOException {
        json.array("attempts");
        for (Attempt attempt : exchange.attempts()) {
            attempt(json, attempt);
        }
        json.endArray();
    }

    static void attempt(JsonWriter json, Attempt attempt) throws IOException {
        json.object()
                .field("at", attempt.at())
                .field("status", attempt.status())
                .field("durationMs", attempt.duration())
                .field("retryAfterMs", attempt.retryAfter())
                .field("clientRequestId", attempt.clientRequestId())
                .field("requestId", attempt.requestId())
                .endObject();
    }

    private static void trace(JsonWriter json, Trace trace) throws IOException {
        json.object("route")
                .field("address", trace.address())
                .field("proxy", trace.proxy())
                .field("tlsProtocol", trace.tlsProtocol())
                .field("tlsIssuer", trace.tlsIssuer())
                .endObject();
        json.object("phases")
                .field("resolveMs", trace.phases().resolve())
                .field("connectMs", trace.phases().connect())
                .field("tlsMs", trace.phases().tls())
                .field("firstByteMs", trace.phases().firstByte())
                .field("totalMs", trace.phases().total())
                .endObject();
    }
}
