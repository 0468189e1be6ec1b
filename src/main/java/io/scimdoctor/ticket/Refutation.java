package io.scimdoctor.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Responder;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Json;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.token.TokenJudge;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds one call against what would have to be true if something else were the cause. */
record Refutation(Material material, FailedCall call) {
    /**
     * Why the condition cannot be the cause of this call, or null when nothing speaks against it.
     *
     * @param byStatus whether it always shows by one of its own statuses
     * @param ways lists of facts; all facts of one list together rule it out
     */
    @Nullable
    String against(Condition other, boolean byStatus, JsonNode ways) {
        Integer status = call.status();
        if (byStatus && status != null && !other.statuses().contains(status)) {
            return "The status is " + status + "; this is known with " + other.statusList() + " only.";
        }
        String named = otherNumber(other.id());
        if (named != null) {
            return named;
        }
        for (JsonNode way : ways) {
            List<String> reasons = Json.strings(way).stream()
                    .map(this::fact)
                    .filter(Objects::nonNull)
                    .toList();
            if (!way.isEmpty() && reasons.size() == way.size()) {
                String all = String.join("; ", reasons);
                return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".";
            }
        }
        return null;
    }

    /** The token endpoint says its number itself. */
    private @Nullable String otherNumber(String id) {
        List<String> named = call.seen().body().codes().stream()
                .filter(code -> code.startsWith("AADSTS"))
                .toList();
        return id.startsWith("AADSTS") && !named.isEmpty() && !named.contains(id)
                ? "The answer names " + String.join(", ", named) + "."
                : null;
    }

    /** The evidence for a fact, or null when it does not hold or nobody knows. */
    @Nullable
    String fact(String name) {
        if (name.startsWith("check:")) {
            return passed(name.substring("check:".length()));
        }
        return switch (name) {
            case "answered" -> call.status() == null ? null : "an answer with status " + call.status() + " arrived";
            case "unanswered" -> call.fault() == null ? null : "no answer arrived";
            case "graph-answered" -> graph();
            case "feature-text-absent" -> otherText();
            case "succeeded-elsewhere" -> elsewhere();
            case "tenant-meant" -> tenant();
            case "token-sent" -> call.sent("authorization") == null ? null : "an Authorization header was sent";
            case "token-unexpired", "token-begun", "token-audience", "token-app-only" -> claim(name);
            case "accept-json" -> accept(true);
            case "accept-not-json" -> accept(false);
            default -> request(name);
        };
    }

    private @Nullable String passed(String id) {
        Run run = call.run();
        if (id.startsWith("token.") && run.token() == null) {
            return null;
        }
        Run.RunCheck passed = First.of(
                run.checks(), check -> check.id().equals(id) && check.status().equals("pass"));
        return passed == null ? null : "the check " + id + " passed in the same run (" + passed.detail() + ")";
    }

    /** The check has something to compare only where somebody said which tenant is meant. */
    private @Nullable String tenant() {
        boolean meant = call.run().settings().stream()
                .anyMatch(setting -> setting.name().equals("tenant") && setting.value() != null);
        return meant ? passed("token.tenant") : null;
    }

    /** A page of a proxy bears no ids of Microsoft Graph. */
    private @Nullable String graph() {
        boolean api = call.seen().responder() == Responder.SCIM || call.seen().responder() == Responder.GRAPH;
        String centre = call.server("DataCenter");
        String id = call.received("request-id");
        if (!api || (centre == null && id == null)) {
            return null;
        }
        String named = id == null ? "" : "the answer bears Microsoft Graph's request-id " + id;
        String server = centre == null ? "" : "x-ms-ags-diagnostic names its data centre " + centre;
        return named + (named.isEmpty() || server.isEmpty() ? "" : " and ") + server;
    }

    private @Nullable String otherText() {
        String text = call.seen().body().message().toLowerCase(Locale.ROOT);
        boolean says = text.contains("scimapiconsumptions") || text.contains("provisioning api");
        return text.isEmpty() || says ? null : "the answer's text does not mention the feature";
    }

    private @Nullable String elsewhere() {
        for (FailedCall other : material.cases()) {
            if (other.run().head().id().equals(call.run().head().id()) && other.succeeded() && other.isToApi()) {
                return "another call of the same run, " + other.method() + " " + path(other) + ", gave "
                        + other.status();
            }
        }
        return null;
    }

    private static String path(FailedCall other) {
        ScimUrl url = other.seen().url();
        return url == null ? "" : "/" + url.kind().segment();
    }

    /** A capture of several calls may hold several tokens; what one of them claims says nothing about the others. */
    private @Nullable String claim(String name) {
        Run run = call.run();
        Run.RunToken token = run.token();
        boolean mixed = run.head().kind() == RunHead.Kind.IMPORT && run.totals().exchanges() > 1;
        if (token == null || mixed) {
            return null;
        }
        Instant at = call.at();
        Instant expires = token.time("exp");
        Instant begins = token.time("nbf");
        return switch (name) {
            case "token-unexpired" ->
                at != null && expires != null && expires.isAfter(at)
                        ? "the token is valid until " + expires + ", and the call was at " + Impact.text(at)
                        : null;
            case "token-begun" ->
                at != null && begins != null && !begins.isAfter(at)
                        ? "the token is valid from " + begins + " on, and the call was at " + Impact.text(at)
                        : null;
            case "token-audience" -> audience(token.claim("aud"));
            default -> "app".equals(token.claim("idtyp")) ? "the token's idtyp claim says app" : null;
        };
    }

    private static @Nullable String audience(@Nullable String audience) {
        return audience != null && TokenJudge.isAnyGraph(audience) ? "the token's audience is " + audience : null;
    }

    private @Nullable String accept(boolean json) {
        if (call.exchange().request().headers().isEmpty()) {
            return null;
        }
        String accept = call.sent("accept");
        boolean says = accept != null && accept.toLowerCase(Locale.ROOT).contains("json");
        if (says != json) {
            return null;
        }
        return "the request's Accept header was " + (accept == null ? "absent" : accept);
    }

    private @Nullable String request(String name) {
        ScimUrl url = call.seen().url();
        String method = call.method();
        if (name.equals("not-delete")) {
            return method.isEmpty() || method.equals("DELETE") ? null : "the method is " + method;
        }
        if (url == null) {
            return null;
        }
        String id = url.id();
        return switch (name) {
            case "id-is-guid" -> id != null && ScimUrl.isGuid(id) ? "the id in the URL is a GUID" : null;
            case "no-id" -> id == null ? "the URL names no single object" : null;
            case "no-filter" -> url.parameter("filter").isEmpty() ? "the URL has no filter" : null;
            case "no-white-space" ->
                url.hasWhiteSpaceAtEquals() ? null : "no white space stands beside an = of the query";
            case "known-base-url" -> base(url);
            default -> throw new IllegalArgumentException("no fact is called " + name);
        };
    }

    private @Nullable String base(ScimUrl url) {
        String host = url.host();
        boolean graph = host != null && Cloud.ofGraphHost(host) != null;
        boolean route = url.path().toLowerCase(Locale.ROOT).startsWith(Cloud.BASE_PATH + "/");
        return graph && route && call.isToApi() ? "the URL is that of the documents: " + host + Cloud.BASE_PATH : null;
    }
}
