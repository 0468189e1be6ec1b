package io.scimdoctor.http;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;

/** Sends requests, once each: it neither repeats a request that failed nor follows a redirect. */
public interface Transport extends AutoCloseable {
    /**
     * Sends one request and waits for the whole answer. Network trouble is part of the result.
     *
     * @throws IllegalArgumentException when the request cannot be written as HTTP: no method, no absolute http or https
     *     URL, or a header field with a line break
     * @throws IllegalStateException when the transport was closed before
     */
    Exchange send(SentRequest request);

    /** Drops all connections at once; a call that is still waiting ends without an answer. */
    @Override
    void close();
}
