package io.scimdoctor.simulator;

import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schemas;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.scim.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules on query parameters (reference of 2026-09-04, and what was observed beside it). */
final class QueryRules {
    private static final int MAX_GROUPS = 1_000;
    private static final int MAX_USERS = 999;
    private static final int MAX_UNPROJECTED = 100;
    private static final Set<String> COMMON = Set.of("id", "schemas", "meta", "meta.location", "meta.resourcetype");

    private final FilterRules filters = FilterRules.load();
    private final Schemas schemas;

    QueryRules(Schemas schemas) {
        this.schemas = schemas;
    }

    /** What is wrong with the query of a list or of one object. */
    @Nullable
    Refusal check(ScimUrl url) {
        if (url.hasWhiteSpaceAtEquals()) {
            return Refusal.scim("invalidValue", "White space around '=' in the query string is not allowed.");
        }
        Refusal attributes = attributes(url);
        if (attributes != null || url.isObject()) {
            return attributes;
        }
        if (url.parameter("startIndex").isPresent()) {
            return Refusal.scim("invalidValue", "The 'startIndex' query parameter is not supported; use 'cursor'.");
        }
        Refusal count = count(url);
        return count == null ? filter(url) : count;
    }

    private @Nullable Refusal attributes(ScimUrl url) {
        boolean both = url.parameter("attributes").isPresent()
                && url.parameter("excludedAttributes").isPresent();
        if (both) {
            return Refusal.scim("invalidValue", "'attributes' and 'excludedAttributes' cannot be combined.");
        }
        for (String parameter : List.of("attributes", "excludedAttributes")) {
            for (String name : ListQuery.names(url, parameter)) {
                if (!isSelectable(url.kind(), name)) {
                    return Refusal.scim(
                            400,
                            "Attribute '" + name
                                    + "' is not supported in the \"attributes\" or \"excludedAttributes\" query parameter");
                }
            }
        }
        return null;
    }

    /** Custom security attributes are selected by set, never as a whole. Observed 2026-08-24. */
    private boolean isSelectable(ResourceKind kind, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String security = Attributes.SECURITY_ATTRIBUTES.toLowerCase(Locale.ROOT);
        if (lower.startsWith(security)) {
            return kind == ResourceKind.USERS && lower.length() > security.length() + 1;
        }
        return COMMON.contains(lower)
                || schemas.urns(kind).stream().anyMatch(urn -> urn.equalsIgnoreCase(name))
                || schemas.resolve(kind, name) != null;
    }

    private static @Nullable Refusal count(ScimUrl url) {
        String text = url.parameter("count").map(ScimUrl.Parameter::value).orElse("100");
        int count = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        boolean users = url.kind() == ResourceKind.USERS;
        if (count < 1 || count > (users ? MAX_USERS : MAX_GROUPS)) {
            return Refusal.scim(
                    "invalidValue", "The value '" + text + "' of the 'count' query parameter is not valid.");
        }
        boolean unprojected = ListQuery.names(url, "attributes").isEmpty();
        return users && count > MAX_UNPROJECTED && unprojected
                ? Refusal.scim("invalidValue", "A 'count' above 100 requires the 'attributes' query parameter.")
                : null;
    }

    private @Nullable Refusal filter(ScimUrl url) {
        String text = url.parameter("filter").map(ScimUrl.Parameter::value).orElse(null);
        Violation violation = text == null ? null : filters.check(url.kind(), text);
        return violation == null
                ? null
                : Refusal.scim("invalidFilter", "The filter is not supported: " + violation.message() + ".");
    }
}
