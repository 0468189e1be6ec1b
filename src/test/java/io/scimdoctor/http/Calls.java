package io.scimdoctor.http;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Unanswered;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** Short forms for tests that send something. */
final class Calls {
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private Calls() {}

    static UsualSettings settings() {
        return new UsualSettings("scimdoctor/test (here; Java 17)", InstantSource.system())
                .connectTimeout(Duration.ofSeconds(5))
                .requestTimeout(Duration.ofSeconds(5));
    }

    static Exchange get(String url) {
        return send(SentRequest.get(url, Headers.NONE), settings -> settings);
    }

    static Exchange get(String url, UnaryOperator<UsualSettings> change) {
        return send(SentRequest.get(url, Headers.NONE), change);
    }

    static Exchange send(SentRequest request, UnaryOperator<UsualSettings> change) {
        try (Transport transport = new ApacheTransport(change.apply(settings()).build())) {
            return transport.send(request);
        }
    }

    static Answered answer(Exchange exchange) {
        if (exchange.outcome() instanceof Unanswered unanswered) {
            throw new AssertionError(unanswered.toString());
        }
        return (Answered) exchange.outcome();
    }

    static Unanswered failure(Exchange exchange) {
        if (exchange.outcome() instanceof Answered answered) {
            throw new AssertionError("unexpected answer: " + answered);
        }
        return (Unanswered) exchange.outcome();
    }
}
