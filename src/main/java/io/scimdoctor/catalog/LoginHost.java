package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What a finding means where no call to the SCIM API shows it but a request for a token: the remedies are others. */
public final class LoginHost {
    private static final LatePattern TENANT =
            LatePattern.of("^\\w++://[^/]++/([0-9a-fA-F]{8}-[0-9a-fA-F-]{27})(?:/|$)");
    private static final LatePattern CLIENT = LatePattern.of("(?:^|&)client_id=([0-9a-fA-F-]{36})(?:&|$)");

    private LoginHost() {}

    /** The finding, with the remedies for the login host when the request went there. */
    public static Finding about(Finding finding, SentRequest request) {
        String host = host(request);
        if (host == null) {
            return finding;
        }
        Finding asked = finding.with(asked(finding, request, host));
        if (finding.id().startsWith(AadstsTable.PREFIX)) {
            return asked;
        }
        Finding named = asked.with(List.of(new Evidence("login host", Redactor.told(host))));
        JsonNode own = texts(finding.id());
        List<String> steps = Json.strings(own.path("steps"));
        return steps.isEmpty() ? named : named.explained(own.path("cause").asText(finding.cause()), steps);
    }

    /** For which tenant, application and national cloud a token was asked for, where the answer does not say so. */
    private static List<Evidence> asked(Finding finding, SentRequest request, String host) {
        List<Evidence> asked = new ArrayList<>();
        String[][] known = {
            {"tenant", tenant(request)},
            {"application", application(request)},
            {"graph host", Cloud.nationalGraph(String.valueOf(request.body()), host)}
        };
        for (String[] fact : known) {
            if (fact[1] != null && finding.fact(fact[0]) == null) {
                asked.add(new Evidence(fact[0], Redactor.told(fact[1])));
            }
        }
        return asked;
    }

    /** The id of the tenant whose token endpoint was asked, or null. */
    public static @Nullable String tenant(SentRequest request) {
        return first(TENANT, request.url());
    }

    /** The application that asked for a token, or null. */
    public static @Nullable String application(SentRequest request) {
        return first(CLIENT, request.body());
    }

    private static @Nullable String first(LatePattern id, @Nullable String text) {
        Matcher found = id.matcher(String.valueOf(text));
        return found.find() ? found.group(1) : null;
    }

    private static JsonNode texts(String id) {
        JsonNode rows = Resource.rowsFor(id, LoginHost.class, "login.json");
        return (rows.isEmpty() ? Resource.rowsFor("any other", LoginHost.class, "login.json") : rows).path(0);
    }

    /** The host of a token endpoint, whoever runs it, or null for any other request. */
    private static @Nullable String host(SentRequest request) {
        ScimUrl url = request.url() == null ? null : ScimUrl.parse(request.url());
        String path = url == null ? "" : url.path().toLowerCase(Locale.ROOT);
        boolean token = path.endsWith("/oauth2/v2.0/token") || path.endsWith("/oauth2/token");
        return url == null || !token || path.contains("/identity/") ? null : url.host();
    }
}
