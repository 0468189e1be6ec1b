package io.scimdoctor.simulator.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.scenario.Behaviour;
import io.scimdoctor.simulator.wire.Nodes;
import io.scimdoctor.simulator.wire.SampleTenant;
import io.scimdoctor.simulator.wire.Turn;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The client credentials grant of the Microsoft identity platform, with its refusals. */
public record TokenEndpoint(AccessTokens tokens, ClientAssertions assertions, Behaviour behaviour) {
    private static final String PATH = "/oauth2/v2.0/token";
    private static final int PARAMETER_MISSING = 900_144;
    private static final int LIFETIME_SECONDS = 3_599;
    private static final Set<String> SIGN_IN_SCOPES = Set.of("openid", "profile", "offline_access", "email");
    private static final String ASSERTION = "client_assertion";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static boolean serves(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(PATH);
    }

    public Reply answer(Turn turn) {
        String path = turn.url().path();
        String tenant = path.substring(0, path.length() - PATH.length()).replace("/", "");
        if (!turn.is("POST")) {
            return page(turn);
        }
        Map<String, String> form = form(turn.body());
        int number = behaviour.tokenRefusal() == 0 ? tenantFault(tenant) : behaviour.tokenRefusal();
        number = number == 0 ? requestFault(form, turn) : number;
        return number == 0 ? granted(turn) : refuse(turn, number, tenant, named(number, form));
    }

    /** What the sentence of a refusal names. */
    private static String named(int number, Map<String, String> form) {
        String shown = number == PARAMETER_MISSING
                ? missing(form)
                : ClientAssertions.named(number, form.getOrDefault(ASSERTION, ""));
        return shown == null ? form.getOrDefault("client_id", "") : shown;
    }

    /** The address that the client called, which is the audience of its assertions. */
    private static String endpoint(Turn turn) {
        return turn.scheme() + "://" + turn.request().headers().first("host").orElse("")
                + turn.url().path();
    }

    private static int tenantFault(String tenant) {
        String name = tenant.toLowerCase(Locale.ROOT);
        if (Set.of("common", "organizations").contains(name)) {
            return 50_194;
        }
        if (name.equals("consumers")) {
            return 9_001_023;
        }
        if (!ScimUrl.isGuid(name) && name.indexOf('.') < 0) {
            return 900_023;
        }
        boolean known = Set.of(SampleTenant.TENANT_ID, SampleTenant.DOMAIN, SampleTenant.INITIAL_DOMAIN)
                .contains(name);
        return known ? 0 : 90_002;
    }

    private static @Nullable String missing(Map<String, String> form) {
        List<String> needed = List.of("grant_type", "client_id", "scope");
        return First.of(needed, field -> form.getOrDefault(field, "").isEmpty());
    }

    private int requestFault(Map<String, String> form, Turn turn) {
        if (missing(form) != null) {
            return PARAMETER_MISSING;
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return 70_003;
        }
        if (!SampleTenant.CLIENT_ID.equalsIgnoreCase(form.get("client_id"))) {
            return 700_016;
        }
        int scope = scopeFault(form.getOrDefault("scope", ""));
        return scope == 0 ? credentialFault(form, turn) : scope;
    }

    /** Login libraries send words of OpenID Connect beside the scope, which the real endpoint ignores. */
    private static int scopeFault(String scopes) {
        List<String> resources = Arrays.stream(scopes.strip().split(" +"))
                .filter(scope -> !SIGN_IN_SCOPES.contains(scope))
                .toList();
        String scope = resources.size() == 1 ? resources.get(0) : "";
        if (!scope.endsWith("/.default")) {
            return scope.indexOf(':') < 0 ? 70_011 : 1_002_012;
        }
        String resource = scope.substring(0, scope.length() - "/.default".length());
        return TokenGate.AUDIENCES.contains(resource) ? 0 : 500_011;
    }

    private int credentialFault(Map<String, String> form, Turn turn) {
        String secret = form.getOrDefault("client_secret", "");
        if (!secret.isEmpty()) {
            return SampleTenant.CLIENT_SECRET.equals(secret) ? 0 : 7_000_215;
        }
        String assertion = form.getOrDefault(ASSERTION, "");
        if (assertion.isEmpty() || !ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
            return 7_000_216;
        }
        return assertions.fault(assertion, endpoint(turn), turn.answers().at());
    }

    private Reply granted(Turn turn) {
        String token = tokens.issue(
                behaviour.token(), behaviour.roles(), turn.answers().at());
        ObjectNode body = Nodes.object()
                .put("token_type", "Bearer")
                .put("expires_in", LIFETIME_SECONDS)
                .put("ext_expires_in", LIFETIME_SECONDS)
                .put("access_token", token);
        return turn.answers().login(200, JsonWriter.compactText(body));
    }

    private Reply refuse(Turn turn, int number, String tenant, String name) {
        JsonNode refusal = Resource.json(TokenEndpoint.class, "aadsts.json").path(Integer.toString(number));
        String trace = turn.chance().guid();
        String correlation = turn.request().headers().first("client-request-id").orElseGet(turn.chance()::guid);
        String timestamp =
                turn.answers().at().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
        String text = refusal.path("text")
                .asText()
                .replace("{tenant}", tenant)
                .replace("{name}", name)
                .replace("{time}", timestamp);
        ObjectNode body = Nodes.object();
        body.put("error", refusal.path("error").asText());
        body.put(
                "error_description",
                "AADSTS" + number + ": " + text + "\r\nTrace ID: " + trace + "\r\nCorrelation ID: " + correlation
                        + "\r\nTimestamp: " + timestamp);
        body.putArray("error_codes").add(number);
        body.put("timestamp", timestamp);
        body.put("trace_id", trace);
        body.put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + number);
        return turn.answers().login(refusal.path("status").asInt(400), JsonWriter.compactText(body));
    }

    /** The page that a request gets which is no POST, such as that of a browser. */
    private static Reply page(Turn turn) {
        return Reply.of(
                Reply.Origin.TOKEN_ENDPOINT,
                400,
                "text/html; charset=utf-8",
                "<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body>AADSTS900561: The endpoint"
                        + " only accepts POST requests. Received a " + turn.method() + " request.</body></html>");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        List<ScimUrl.Parameter> parameters =
                ScimUrl.parse("http://127.0.0.1/?" + body).parameters();
        parameters.forEach(parameter -> form.put(parameter.name(), parameter.value()));
        return form;
    }
}
