package io.scimdoctor.scim;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.json.Resource;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Microsoft cloud with its own hosts. Source: Entra ID SCIM API reference (2026-09-04) for the global and the US
 * Government cloud, "National cloud deployments" of Microsoft Graph for the other hosts.
 */
public enum Cloud implements Slugged {
    GLOBAL("graph.microsoft.com", "login.microsoftonline.com"),
    USGOV("graph.microsoft.us", "login.microsoftonline.us"),
    USGOV_DOD("dod-graph.microsoft.us", "login.microsoftonline.us"),
    CHINA("microsoftgraph.chinacloudapi.cn", "login.partner.microsoftonline.cn");

    /** The path of the SCIM service below each Graph host. */
    public static final String BASE_PATH = "/rp/scim";

    private static final Set<String> LOGIN_HOSTS =
            Set.of(Resource.text(Cloud.class, "login-hosts.txt").split("\n"));

    private final String graphHost;
    private final String loginHost;

    Cloud(String graphHost, String loginHost) {
        this.graphHost = graphHost;
        this.loginHost = loginHost;
    }

    public String graphHost() {
        return graphHost;
    }

    public String loginHost() {
        return loginHost;
    }

    /** Whether an edition of the SCIM documentation names this cloud: the global one two of them, the Chinese one its own. */
    public boolean isNamedByScimDocumentation() {
        return this != USGOV_DOD;
    }

    /** Such as {@code https://graph.microsoft.com/rp/scim}. */
    public String baseUrl() {
        return "https://" + graphHost + BASE_PATH;
    }

    /** The scope for the client credentials flow, such as {@code https://graph.microsoft.com/.default}. */
    public String scope() {
        return "https://" + graphHost + "/.default";
    }

    /** The cloud that a Graph host belongs to, or null for any other host. */
    public static @Nullable Cloud ofGraphHost(@Nullable String host) {
        for (Cloud cloud : values()) {
            if (cloud.graphHost.equalsIgnoreCase(host)) {
                return cloud;
            }
        }
        return null;
    }

    /** The Graph host of the national cloud that a scope or audience names, else an issuer or login host; null for no other. */
    public static @Nullable String nationalGraph(String resource, String issuer) {
        boolean chinese = issuer.contains(CHINA.loginHost) || issuer.contains(".chinacloudapi.cn");
        Cloud named = chinese ? CHINA : issuer.contains(USGOV.loginHost) ? USGOV : GLOBAL;
        for (Cloud cloud : values()) {
            // The host of the Department of Defense holds that of the other US cloud, and comes after it.
            named = resource.contains(cloud.graphHost) ? cloud : named;
        }
        return named == GLOBAL ? null : named.graphHost;
    }

    /** Whether a host is one of Microsoft Graph's or of the sign-in service's. */
    public static boolean isServiceHost(String host) {
        return ofGraphHost(host) != null || isLoginHost(host);
    }

    /** Whether tokens are issued there, in any cloud. */
    public static boolean isLoginHost(String host) {
        return LOGIN_HOSTS.contains(host.toLowerCase(Locale.ROOT));
    }
}
