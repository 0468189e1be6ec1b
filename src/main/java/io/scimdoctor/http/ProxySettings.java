package io.scimdoctor.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy stands before which host, from the flags and the customary environment variables.
 *
 * @param named whether a flag names the proxy
 */
public record ProxySettings(
        @Nullable ProxyServer forHttps, @Nullable ProxyServer forHttp, boolean named, NoProxy noProxy) {
    /** No proxy for anything. */
    public static final ProxySettings NONE = new ProxySettings(null, null, false, NoProxy.NONE);

    /** Azure's metadata address exists on the machine's own link only, so no proxy can reach it. */
    private static final String METADATA_ADDRESS = "169.254.169.254";

    /**
     * Reads the flags, then the environment.
     *
     * @param proxyFlag the proxy for everything, or null; an empty one switches every proxy off
     * @param proxySource where the flag's value comes from
     * @param noProxyFlag replaces {@code NO_PROXY}, or null
     * @throws IllegalArgumentException with one sentence, when a proxy's URL is malformed
     */
    public static ProxySettings from(
            Map<String, String> environment,
            @Nullable String proxyFlag,
            String proxySource,
            @Nullable String noProxyFlag) {
        String inherited = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        NoProxy noProxy = NoProxy.parse(noProxyFlag != null ? noProxyFlag : inherited);
        if (proxyFlag != null) {
            ProxyServer server = proxyFlag.isBlank() ? null : ProxyServer.parse(proxyFlag, proxySource);
            return new ProxySettings(server, server, true, noProxy);
        }
        ProxyServer any = server(environment, "all_proxy", "ALL_PROXY", null);
        ProxyServer https = server(environment, "https_proxy", "HTTPS_PROXY", any);
        // In a CGI process HTTP_PROXY is a header that the client chose (CVE-2016-5385, "httpoxy").
        String upper = environment.containsKey("REQUEST_METHOD") ? "http_proxy" : "HTTP_PROXY";
        return new ProxySettings(https, server(environment, "http_proxy", upper, any), false, noProxy);
    }

    /**
     * The proxy for one target. Loopback is never reached through one, except through a proxy on loopback that a flag
     * names: a debugging proxy.
     */
    Optional<ProxyServer> forTarget(Target target) {
        String host = target.host();
        ProxyServer server = target.isSecure() ? forHttps : forHttp;
        if (server == null || host.equals(METADATA_ADDRESS) || noProxy.matches(host, target.port())) {
            return Optional.empty();
        }
        boolean direct = Authority.isLoopback(host)
                && !(named && Authority.isLoopback(server.target().host()));
        return direct ? Optional.empty() : Optional.of(server);
    }

    /**
     * The proxy for a URL.
     *
     * @throws IllegalArgumentException when it is no absolute http or https URL
     */
    public Optional<ProxyServer> forUrl(String url) {
        return forTarget(Target.parse(url));
    }

    private static @Nullable ProxyServer server(
            Map<String, String> environment, String lower, String upper, @Nullable ProxyServer otherwise) {
        String name = environment.containsKey(lower) ? lower : upper;
        String value = environment.get(name);
        if (value == null) {
            return otherwise;
        }
        return value.isBlank() ? null : ProxyServer.parse(value, name);
    }
}
