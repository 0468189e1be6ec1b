package io.scimdoctor.exchange;

import java.io.IOException;

/** Carries a fault that was recognised deep inside a call up to where the outcome is built. */
public final class CallFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final TransportFault fault;

    /** @param detail one sentence, without secrets */
    public CallFailure(TransportFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    public TransportFault fault() {
        return fault;
    }
}
