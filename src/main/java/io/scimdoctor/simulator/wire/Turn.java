package io.scimdoctor.simulator.wire;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.Objects;

/**
 * One request on its way through the simulator, with what answering it takes.
 *
 * @param scheme how the simulator's own addresses begin
 */
public record Turn(SentRequest request, ScimUrl url, ServiceAnswers answers, String scheme, Chance chance) {
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
