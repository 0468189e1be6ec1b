package io.scimdoctor.redact;

import io.scimdoctor.exchange.Exchange;

/** An exchange that has passed {@link Redaction}: only such a one may be stored or handed on. */
public final class SafeExchange {
    private final Exchange exchange;

    SafeExchange(Exchange exchange) {
        this.exchange = exchange;
    }

    /** The exchange, without secrets and personal values. */
    public Exchange exchange() {
        return exchange;
    }
}
