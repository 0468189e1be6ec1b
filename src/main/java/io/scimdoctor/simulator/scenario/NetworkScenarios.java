package io.scimdoctor.simulator.scenario;

import io.scimdoctor.simulator.scenario.Scenario.Kind;
import io.scimdoctor.simulator.wire.Reply;
import io.scimdoctor.simulator.wire.Reply.Delivery;
import java.util.ArrayList;
import java.util.List;

/** Something between the caller and the service answers, or the wire breaks. The token endpoint stays reachable. */
final class NetworkScenarios {
    private static final String HTML = "text/html; charset=utf-8";

    private NetworkScenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(edges());
        all.addAll(proxies());
        all.addAll(wires());
        return all;
    }

    private static List<Scenario> edges() {
        return List.of(
                network(
                        "wrong-base-url",
                        "The host does not know the SCIM route",
                        turn -> turn.answers().graphError(400, "BadRequest", "Invalid version.")),
                page(
                        "edge-html",
                        "The edge in front of the service is overloaded",
                        Reply.between(
                                503,
                                document("Service Unavailable", "HTTP Error 503. The service is unavailable."),
                                "Content-Type",
                                "text/html; charset=us-ascii",
                                "Server",
                                "Microsoft-HTTPAPI/2.0")));
    }

    private static List<Scenario> proxies() {
        return List.of(
                page(
                        "proxy-block",
                        "A proxy forbids the site",
                        Reply.between(
                                403,
                                document(
                                        "Internet Security by Zscaler",
                                        "Sorry, this site is blocked by your administrator"),
                                "Content-Type",
                                HTML,
                                "Server",
                                "Zscaler/6.2")),
                page(
                        "proxy-auth",
                        "A proxy wants credentials",
                        Reply.between(407, document("ERROR: Cache Access Denied", "Cache Access Denied."), squid())
                                .with("Proxy-Authenticate", "Negotiate")
                                .with("Proxy-Authenticate", "Basic realm=\"proxy\"")),
                page("proxy-fault", "A proxy gives up waiting", nginx(504, "504 Gateway Time-out")),
                page("proxy-rate-limit", "A proxy limits the rate", nginx(429, "429 Too Many Requests")),
                page(
                        "captive-portal",
                        "A hotspot wants a login and says 200",
                        Reply.between(
                                200,
                                document("Sign in to the network", "<form action=\"/login\" method=\"post\"></form>"),
                                "Content-Type",
                                HTML)));
    }

    private static List<Scenario> wires() {
        return List.of(
                network(
                        "redirect-other-host",
                        "A redirect leads to another host",
                        turn -> Reply.between(
                                307,
                                "",
                                "Location",
                                "https://graph.contoso.example" + turn.url().path())),
                broken("slow-first-byte", "The answer is slow to begin", Delivery.SLOW_FIRST_BYTE),
                broken("stalled-body", "The answer stops half-way", Delivery.STALLED_BODY),
                broken("truncated-body", "The answer is cut off", Delivery.TRUNCATED_BODY),
                broken("connection-reset", "The connection is reset", Delivery.RESET),
                broken("empty-reply", "The connection closes without an answer", Delivery.EMPTY),
                broken("oversized-body", "The answer is larger than any list can be", Delivery.OVERSIZED_BODY),
                broken("gzip-bomb", "A small answer unpacks to a gigabyte", Delivery.GZIP_BOMB));
    }

    private static Scenario network(String name, String title, ScriptedAnswer responder) {
        return new Scenario(name, title, Kind.NETWORK, Behaviour.network(responder));
    }

    private static Scenario page(String name, String title, Reply reply) {
        return network(name, title, turn -> reply);
    }

    private static Scenario broken(String name, String title, Delivery delivery) {
        return new Scenario(name, title, Kind.TRANSPORT, Behaviour.delivery(delivery));
    }

    private static Reply nginx(int status, String title) {
        return Reply.between(
                status,
                "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                        + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
                "Content-Type",
                "text/html",
                "Server",
                "nginx");
    }

    private static String[] squid() {
        return new String[] {
            "Content-Type",
            HTML,
            "Server",
            "squid/5.7",
            "Via",
            "1.1 proxy.contoso.example (squid/5.7)",
            "X-Squid-Error",
            "ERR_CACHE_ACCESS_DENIED 0"
        };
    }

    private static String document(String title, String body) {
        return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" + body
                + "</p></body></html>";
    }
}
