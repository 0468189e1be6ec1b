package io.scimdoctor.diagnosis;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.scim.ScimUrl;
import org.jspecify.annotations.Nullable;

/** What a request was for, in the words of the permission matrix. */
final class Intent {
    private Intent() {}

    /** The operation, or null when method and URL are not known or name none. */
    static @Nullable Operation of(SentRequest request) {
        String method = request.method();
        String url = request.url();
        if (method == null || url == null) {
            return null;
        }
        String body = request.body();
        return Operation.of(
                method,
                ScimUrl.parse(url),
                body == null ? null : Json.readLeniently(body).node());
    }
}
