package io.scimdoctor.simulator.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.simulator.scim.Nodes;
import io.scimdoctor.simulator.wire.Reply;
import io.scimdoctor.simulator.wire.Turn;
import java.util.Locale;

/**
 * The documents from which login libraries learn where to get a token: the OpenID configuration of a tenant (OpenID Connect
 * Discovery 1.0, section 4) and the discovery of instances.
 */
public final class OpenIdDocuments {
    private static final String CONFIGURATION = "/.well-known/openid-configuration";
    private static final String INSTANCES = "/common/discovery/instance";
    private static final String KEYS = "/discovery/v2.0/keys";

    private OpenIdDocuments() {}

    public static boolean serves(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(CONFIGURATION) || lower.equals(INSTANCES) || lower.endsWith(KEYS);
    }

    public static Reply answer(Turn turn) {
        String host = turn.request().headers().first("host").orElse("127.0.0.1");
        String authority = turn.settings().scheme() + "://" + host;
        String path = turn.url().path();
        String tenant = path.split("/", -1)[1];
        ObjectNode document = Nodes.object();
        if (path.equalsIgnoreCase(INSTANCES)) {
            instances(document, authority, host);
        } else if (path.toLowerCase(Locale.ROOT).endsWith(KEYS)) {
            document.putArray("keys");
        } else {
            configuration(document, authority + "/" + tenant, tenant);
        }
        return new Reply(
                200,
                Headers.of("Content-Type", "application/json; charset=utf-8"),
                Nodes.write(document),
                Reply.Origin.TOKEN_ENDPOINT,
                Reply.Delivery.WHOLE);
    }

    private static void configuration(ObjectNode document, String base, String tenant) {
        document.put("token_endpoint", base + "/oauth2/v2.0/token");
        document.set(
                "token_endpoint_auth_methods_supported",
                Nodes.array("client_secret_post", "private_key_jwt", "client_secret_basic"));
        document.put("jwks_uri", base + KEYS);
        document.set("response_modes_supported", Nodes.array("query", "fragment", "form_post"));
        document.set("subject_types_supported", Nodes.array("pairwise"));
        document.set("id_token_signing_alg_values_supported", Nodes.array("RS256"));
        document.set("response_types_supported", Nodes.array("code", "id_token"));
        document.set("scopes_supported", Nodes.array("openid", "profile", "email", "offline_access"));
        document.put("issuer", "https://login.microsoftonline.com/" + tenant + "/v2.0");
        document.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
        document.put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode");
        document.put("end_session_endpoint", base + "/oauth2/v2.0/logout");
        document.put("tenant_region_scope", "EU");
        document.put("cloud_instance_name", "microsoftonline.com");
    }

    private static void instances(ObjectNode document, String authority, String host) {
        document.put("tenant_discovery_endpoint", authority + "/" + SampleTenant.TENANT_ID + "/v2.0" + CONFIGURATION);
        document.put("api-version", "1.1");
        ObjectNode metadata = document.putArray("metadata").addObject();
        metadata.put("preferred_network", host);
        metadata.put("preferred_cache", host);
        metadata.set("aliases", Nodes.array(host));
    }
}
