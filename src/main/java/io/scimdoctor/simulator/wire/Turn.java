package io.scimdoctor.simulator.wire;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.login.Chance;
import java.util.Locale;
import java.util.Objects;

/** One request on its way through the simulator, with what answering it takes. */
public record Turn(
        SentRequest request, ScimUrl url, ServiceAnswers answers, SimulatorSettings settings, Chance chance) {
    public String method() {
        return Objects.requireNonNullElse(request.method(), "GET").toUpperCase(Locale.ROOT);
    }

    public String body() {
        return Objects.requireNonNullElse(request.body(), "");
    }

    public boolean is(String method) {
        return method().equals(method);
    }
}
