package io.scimdoctor.check;

import io.scimdoctor.exchange.Headers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    static final Probe PROVIDER_CONFIG = get("provider-config", "/serviceproviderconfig", true);
    static final Probe RESOURCE_TYPES = get("resource-types", "/resourcetypes", true);
    static final Probe SCHEMAS = get("schemas", "/schemas", true);
    static final Probe USERS = get("users", "/users?count=1", true);
    static final Probe GROUPS = get("groups", "/groups?count=1", true);

    /** A read with the Accept header that the API asks for on every method but DELETE. */
    static Probe get(String id, String path, boolean withToken) {
        return new Probe(id, "GET", path, Headers.of("Accept", "application/json"), null, withToken);
    }

    static Probe user(String id) {
        return get("user", "/users/" + encode(id), true);
    }

    static Probe group(String id) {
        return get("group", "/groups/" + encode(id), true);
    }

    static Probe filter(String filter) {
        return get("filter", "/users?count=1&filter=" + encode(filter), true);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
