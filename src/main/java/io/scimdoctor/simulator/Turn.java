package io.scimdoctor.simulator;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.Objects;

/** One request on its way through the simulator, with what answering it takes. */
record Turn(SentRequest request, ScimUrl url, Answers answers, SimulatorSettings settings, Chance chance) {
    String method() {
        return Objects.requireNonNullElse(request.method(), "GET").toUpperCase(Locale.ROOT);
    }

    String body() {
        return Objects.requireNonNullElse(request.body(), "");
    }

    boolean is(String method) {
        return method().equals(method);
    }
}
