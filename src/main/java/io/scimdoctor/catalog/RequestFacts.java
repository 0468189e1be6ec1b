package io.scimdoctor.catalog;

import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.PatchChange;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a request that a match rule may ask for by name. One about the URL holds of no request whose URL is not
 * known. Strings and no functions: to link two dozen functions costs a start eight milliseconds.
 */
final class RequestFacts {
    private RequestFacts() {}

    /** @throws IllegalArgumentException for a name that no fact bears, if the URL is known */
    static boolean holds(String fact, Observation seen) {
        return switch (fact) {
            case "accept-json" -> accept(seen).contains("json") && seen.leavesHeadersOpen();
            case "accept-not-json" -> isRecorded(seen) && !accept(seen).contains("json") && seen.leavesHeadersOpen();
            case "authorization-missing" -> isRecorded(seen) && !sendsToken(seen);
            case "unknown-server" ->
                seen.url() == null
                        || (OtherServer.host(seen.url()).isEmpty() && seen.url().kind() == ResourceKind.OUTSIDE);
            case "removes-member" -> operation(seen, "remove");
            case "adds-members" -> operation(seen, "add");
            // The body is known, and it changes no membership.
            case "keeps-members" ->
                seen.request().body() != null
                        && !operation(seen, "remove")
                        && !operation(seen, "add")
                        && !operation(seen, "replace");
            default -> seen.url() != null && ofUrl(fact, seen, seen.url());
        };
    }

    private static boolean ofUrl(String fact, Observation seen, ScimUrl url) {
        ResourceKind kind = url.kind();
        // Only the URL of one user or group has an id.
        String id = kind.isDirectory() ? url.id() : null;
        return switch (fact) {
            case "query-whitespace" -> url.hasWhiteSpaceAtEquals();
            case "id-not-guid" -> id != null && !ScimUrl.isGuid(id);
            case "object-path" -> id != null && !liesBelowObject(url);
            case "changes-object" ->
                id != null
                        && List.of("PATCH", "DELETE")
                                .contains(String.valueOf(seen.request().method()));
            case "list-path" -> kind.isDirectory() && id == null;
            case "discovery-path" -> kind.isDiscovery();
            case "schema-path" ->
                url.id() != null && (kind == ResourceKind.SCHEMAS || kind == ResourceKind.RESOURCE_TYPES);
            case "outside-base-path" -> kind == ResourceKind.OUTSIDE;
            case "unknown-path" -> kind == ResourceKind.UNKNOWN || (id != null && liesBelowObject(url));
            // Zero, negative or no number: RFC 7644 allows zero, this API does not.
            case "count-not-positive" -> hasCountBelowOne(value(url, "count"));
            case "has-filter" -> value(url, "filter") != null;
            // The filter breaks the allow-list, whatever the answer says about it.
            case "filter-not-served" -> kind.isDirectory() && id == null && isNotServed(kind, value(url, "filter"));
            case "bare-security-attributes" ->
                isBare(value(url, "attributes")) || isBare(value(url, "excludedAttributes"));
            case "foreign-token-host" -> !OtherServer.host(url).isEmpty() && !Cloud.isLoginHost(OtherServer.host(url));
            case "group-path" -> id != null && kind == ResourceKind.GROUPS;
            case "user-path" -> id != null && kind == ResourceKind.USERS;
            case "has-cursor" -> value(url, "cursor") != null;
            case "names-path-id" -> id != null && seen.lowerMessage().contains(id.toLowerCase(Locale.ROOT));
            case "names-other-id" ->
                id != null && !seen.lowerMessage().contains(id.toLowerCase(Locale.ROOT)) && seen.namesObject();
            default -> throw new IllegalArgumentException("no such request fact: " + fact);
        };
    }

    /** Nothing is served below one user or group; members and manager are parts of Graph's own API. */
    private static boolean liesBelowObject(ScimUrl url) {
        String path = url.path().replaceFirst("/$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return url.id() != null && last.indexOf('%') < 0 && !last.equalsIgnoreCase(url.id());
    }

    private static boolean hasCountBelowOne(@Nullable String count) {
        try {
            return count != null && new BigInteger(count.trim()).signum() <= 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static @Nullable String value(ScimUrl url, String parameter) {
        return url.parameter(parameter).map(ScimUrl.Parameter::value).orElse(null);
    }

    private static boolean isNotServed(ResourceKind kind, @Nullable String filter) {
        return filter != null && FilterRules.load().check(kind, filter) != null;
    }

    /** Whether request headers were recorded at all; without them nothing can be said of a missing one. */
    private static boolean isRecorded(Observation seen) {
        return !seen.request().headers().isEmpty();
    }

    /** Only the Bearer scheme carries a token (RFC 6750, section 2.1); a masked value still says that one was sent. */
    private static boolean sendsToken(Observation seen) {
        String field = seen.request().headers().first("authorization").orElse("");
        String value = field.trim().toLowerCase(Locale.ROOT);
        boolean otherScheme =
                value.startsWith("basic ") || value.startsWith("negotiate ") || value.startsWith("digest ");
        return !value.isEmpty() && !value.equals("bearer") && !otherScheme;
    }

    private static String accept(Observation seen) {
        return seen.request().headers().first("accept").orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean isBare(@Nullable String attributes) {
        return List.of(String.valueOf(attributes).split(",")).stream()
                .anyMatch(attribute -> attribute.trim().equalsIgnoreCase(Attributes.SECURITY_ATTRIBUTES));
    }

    /** Whether the PATCH body has such an operation on members. */
    private static boolean operation(Observation seen, String op) {
        String body = seen.request().body();
        if (body == null || !"PATCH".equals(seen.request().method())) {
            return false;
        }
        for (PatchChange change : PatchChange.of(Json.readLeniently(body).node())) {
            if (change.isMembers() && change.is(op)) {
                return true;
            }
        }
        return false;
    }
}
