package io.scimdoctor.http;

import io.scimdoctor.exchange.TransportFault;
import java.io.IOException;

/** Carries a fault that was recognised deep inside a call up to where the outcome is built. */
public final class CallFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final TransportFault fault;

    public CallFailure(TransportFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    /** The missing client certificate, when the peer asked for one and then hung up; else this failure itself. */
    public CallFailure orClientCertificate(Call call) {
        boolean hungUp = switch (fault) {
            case EMPTY_REPLY, CONNECTION_RESET, TLS_FAILURE, TLS_PROTOCOL -> true;
            default -> false;
        };
        return hungUp && call.isAskedForCertificate() && call.received() == 0
                ? new CallFailure(
                        TransportFault.TLS_CLIENT_CERTIFICATE,
                        call.peer() + " asked for a client certificate, got none, and ended the connection.")
                : this;
    }

    TransportFault fault() {
        return fault;
    }

    /** One sentence, without secrets. */
    String detail() {
        return String.valueOf(getMessage());
    }
}
