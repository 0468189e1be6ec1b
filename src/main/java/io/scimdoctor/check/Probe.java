package io.scimdoctor.check;

import io.scimdoctor.exchange.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A call that a check makes.
 *
 * @param id its name in the report
 * @param path the path below the base, with its query
 * @param headers all but Authorization and client-request-id
 * @param withToken whether the token is sent
 */
public record Probe(
        String id,
        String method,
        String path,
        Headers headers,
        @Nullable String body,
        boolean withToken) {
    static final Probe CONTROL = get("control", "/serviceproviderconfig", false);

    /** A read with the Accept header that the API asks for on every method but DELETE. */
    static Probe get(String id, String path, boolean withToken) {
        return new Probe(id, "GET", path, Headers.of("Accept", "application/json"), null, withToken);
    }
}
