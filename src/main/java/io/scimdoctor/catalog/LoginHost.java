package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ScimUrl;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a finding means where no call to the SCIM API shows it but a request for a token: the remedies are others. */
public final class LoginHost {
    private LoginHost() {}

    /** The finding, with the remedies for the login host when the request went there. */
    public static Finding about(Finding finding, SentRequest request) {
        String host = host(request);
        if (host == null || finding.id().startsWith(AadstsTable.PREFIX)) {
            return finding;
        }
        Finding named = finding.with(List.of(new Evidence("login host", Redactor.told(host))));
        JsonNode own = texts(finding.id());
        List<String> steps = Json.strings(own.path("steps"));
        return steps.isEmpty() ? named : named.explained(own.path("cause").asText(finding.cause()), steps);
    }

    private static JsonNode texts(String id) {
        JsonNode last = null;
        for (JsonNode row : Resource.json(LoginHost.class, "login.json")) {
            last = row;
            if (Json.strings(row.path("conditions")).contains(id)) {
                return row;
            }
        }
        return Objects.requireNonNull(last);
    }

    /** The host of a token endpoint, whoever runs it, or null for any other request. */
    private static @Nullable String host(SentRequest request) {
        ScimUrl url = request.url() == null ? null : ScimUrl.parse(request.url());
        String path = url == null ? "" : url.path().toLowerCase(Locale.ROOT);
        boolean token = path.endsWith("/oauth2/v2.0/token") || path.endsWith("/oauth2/token");
        return url == null || !token || path.contains("/identity/") ? null : url.host();
    }
}
