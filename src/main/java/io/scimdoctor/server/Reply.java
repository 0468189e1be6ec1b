package io.scimdoctor.server;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;

/** What goes back to the client, and in which way. */
public record Reply(int status, Headers headers, String body, Origin origin, Delivery delivery) {
    /** Who claims to have answered, which decides the headers that every answer of its bears. */
    public enum Origin implements Slugged {
        GRAPH,
        TOKEN_ENDPOINT,
        /** An edge, a proxy or a portal in between. */
        BETWEEN
    }

    /** How the bytes travel. */
    public enum Delivery {
        WHOLE,
        SLOW_FIRST_BYTE,
        STALLED_BODY,
        TRUNCATED_BODY,
        OVERSIZED_BODY,
        GZIP_BOMB,
        RESET,
        EMPTY
    }

    public static Reply between(int status, String body, String... headers) {
        return new Reply(status, Headers.of(headers), body, Origin.BETWEEN, Delivery.WHOLE);
    }

    /** A whole one of that media type. */
    public static Reply of(Origin origin, int status, String type, String body) {
        return new Reply(status, Headers.of("Content-Type", type), body, origin, Delivery.WHOLE);
    }

    public Reply by(Delivery newDelivery) {
        return new Reply(status, headers, body, origin, newDelivery);
    }

    public Reply with(String name, String value) {
        return new Reply(status, headers.plus(name, value), body, origin, delivery);
    }

    /** The outcome as the client will see it. */
    public Outcome outcome() {
        return switch (delivery) {
            case WHOLE, SLOW_FIRST_BYTE, OVERSIZED_BODY, GZIP_BOMB -> new Answered(status, headers, body);
            case STALLED_BODY, TRUNCATED_BODY ->
                new Answered(status, headers, body.substring(0, body.length() / 2), true);
            case RESET -> new Unanswered(TransportFault.CONNECTION_RESET, "the scenario hung up");
            case EMPTY -> new Unanswered(TransportFault.EMPTY_REPLY, "the scenario hung up");
        };
    }
}
