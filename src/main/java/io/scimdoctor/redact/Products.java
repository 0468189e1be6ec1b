package io.scimdoctor.redact;

import java.util.Locale;
import java.util.Set;

/**
 * Names of programs, as User-Agent, Server and Via carry them (RFC 9110, section 10.1.5). They tell a client from a proxy
 * from the service. A name that is not listed may be that of a company or a person.
 */
final class Products {
    private static final int LONGEST_VERSION = 24;
    private static final Set<String> NAMES = Set.of(
            // Clients
            "mozilla",
            "applewebkit",
            "khtml",
            "gecko",
            "chrome",
            "safari",
            "firefox",
            "edg",
            "edge",
            "windows",
            "linux",
            "macintosh",
            "x11",
            "win64",
            "x64",
            "x86_64",
            "amd64",
            "aarch64",
            "wow64",
            "curl",
            "wget",
            "httpie",
            "python",
            "python-requests",
            "python-urllib",
            "python-httpx",
            "aiohttp",
            "axios",
            "node",
            "node-fetch",
            "undici",
            "got",
            "okhttp",
            "apache-httpclient",
            "java",
            "java-http-client",
            "go-http-client",
            "postmanruntime",
            "insomnia",
            "bruno",
            "powershell",
            "windowspowershell",
            "restsharp",
            "guzzlehttp",
            "faraday",
            "ruby",
            "dart",
            "dotnet",
            "msal",
            "azure-identity",
            "graph-powershell",
            "scimdoctor",
            // Servers and what stands in between
            "microsoft-iis",
            "microsoft-httpapi",
            "kestrel",
            "nginx",
            "openresty",
            "apache",
            "squid",
            "haproxy",
            "envoy",
            "istio-envoy",
            "varnish",
            "cloudflare",
            "cloudfront",
            "akamaighost",
            "awselb",
            "zscaler",
            "bluecoat",
            "proxysg",
            "fortigate",
            "fortiweb",
            "mcafee",
            "barracuda",
            "bigip",
            "big-ip",
            "netscaler",
            "sophos",
            "websense",
            "ironport",
            "traefik",
            "caddy",
            "jetty",
            "tomcat",
            "coyote",
            "gunicorn",
            "werkzeug",
            "express",
            "litespeed",
            "mitmproxy",
            "tinyproxy",
            "privoxy",
            "burp",
            "charles",
            "fiddler",
            "asp.net",
            "php");

    private Products() {}

    /** The value with every word masked that is no known program with its version, and nothing harmless else. */
    static String shown(String value, TextMask texts) {
        StringBuilder shown = new StringBuilder();
        for (String word : value.split("\\s+")) {
            shown.append(shown.isEmpty() ? "" : " ").append(isProduct(word) ? word : texts.text(word));
        }
        return shown.toString();
    }

    private static boolean isProduct(String word) {
        int end = word.length();
        while (end > 0 && ");,]".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        String core = word.substring(0, end).replaceFirst("^[(\\[]++", "").toLowerCase(Locale.ROOT);
        int slash = core.indexOf('/');
        String name = slash < 0 ? core : core.substring(0, slash);
        String version = slash < 0 ? "" : core.substring(slash + 1);
        return NAMES.contains(name) && isVersion(version);
    }

    /** Numbers between dots, perhaps with a short mark such as {@code rc1} or {@code beta}. */
    private static boolean isVersion(String version) {
        return version.length() <= LONGEST_VERSION
                && version.matches("([0-9]{1,8}(\\.[0-9]{1,8})*([-._+]?(rc|beta|alpha|b|u|stable)[0-9.]{0,4})?)?");
    }
}
