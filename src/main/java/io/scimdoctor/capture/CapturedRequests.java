package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.record.RecordValues;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads only the requests out of a capture, also out of one that holds no answer. */
public final class CapturedRequests implements CaptureSink {
    private final Consumer<SentRequest> sink;

    private CapturedRequests(Consumer<SentRequest> sink) {
        this.sink = sink;
    }

    /**
     * Reads to the end of the input, which stays open; what is no request is passed over.
     *
     * @param sink takes each request whose method and URL are known, while the input is read
     * @throws IOException when the input itself fails
     */
    public static void read(InputStream in, String name, Consumer<SentRequest> sink) throws IOException {
        CaptureReader.read(in, name, Hints.NONE, new CapturedRequests(sink));
    }

    @Override
    public void exchange(Captured captured) {
        SentRequest request = captured.exchange().request();
        if (request.method() == null || request.url() == null) {
            request = alone(captured.exchange());
        }
        if (request.method() != null && request.url() != null) {
            sink.accept(request);
        }
    }

    /** A JSON object that is a request and nothing else is taken for a bare body by the reader of exchanges. */
    private static SentRequest alone(Exchange exchange) {
        Answered answer = exchange.answer();
        String body = answer == null ? "" : answer.body();
        if (!body.stripLeading().startsWith("{")) {
            return SentRequest.UNKNOWN;
        }
        JsonNode node = Json.readLeniently(body).node();
        JsonNode request = node.path("request").isObject() ? node.path("request") : node;
        return new SentRequest(
                RecordValues.string(request.path("method")),
                RecordValues.string(request.path("url")),
                exchange.request().headers(),
                RecordValues.string(request.path("body")));
    }

    @Override
    public void unreadable(Unreadable unreadable) {
        // Whoever asks for requests says in one sentence when there is none.
    }
}
