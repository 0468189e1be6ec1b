package io.scimdoctor.diagnosis;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import io.scimdoctor.permission.Need;
import io.scimdoctor.scim.ScimUrl;
import java.util.List;

/** What a request was for, in the words of the permission matrix. */
public final class Intent {
    private Intent() {}

    /** What the request needs; empty when method and URL are not known or name nothing that the API serves. */
    public static List<Need> of(SentRequest request) {
        String method = request.method();
        String url = request.url();
        if (method == null || url == null) {
            return List.of();
        }
        String body = request.body();
        return Need.of(
                method,
                ScimUrl.parse(url),
                body == null ? null : Json.readLeniently(body).node());
    }
}
