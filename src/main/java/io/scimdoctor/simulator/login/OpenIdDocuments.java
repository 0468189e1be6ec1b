package io.scimdoctor.simulator.login;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.wire.SampleTenant;
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
        String authority = turn.scheme() + "://" + host;
        String path = turn.url().path();
        String lower = path.toLowerCase(Locale.ROOT);
        String document = lower.equals(INSTANCES) ? "instances" : lower.endsWith(KEYS) ? "keys" : "configuration";
        String text = JsonWriter.compactText(
                        Resource.json(OpenIdDocuments.class, "openid.json").path(document))
                .replace("{authority}", authority)
                .replace("{host}", host)
                .replace("{own}", SampleTenant.TENANT_ID)
                .replace("{tenant}", path.split("/", -1)[1]);
        return turn.answers().login(200, text);
    }
}
