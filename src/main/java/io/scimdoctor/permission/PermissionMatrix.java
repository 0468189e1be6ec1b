package io.scimdoctor.permission;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which application roles are enough for each operation; both generations of the documentation count. */
public final class PermissionMatrix {
    private static final PermissionMatrix MATRIX = new PermissionMatrix();

    private final JsonNode sources;
    private final Map<Operation, JsonNode> rows = new EnumMap<>(Operation.class);
    /** Made when they are asked for: a start needs few of them. */
    private final Map<Operation, List<Alternative>> alternatives = new ConcurrentHashMap<>();

    private PermissionMatrix() {
        JsonNode document = Resource.json(PermissionMatrix.class, "permissions.json");
        sources = document.path("sources");
        for (JsonNode json : document.path("rows")) {
            rows.put(Operation.valueOf(json.path("operation").asText()), json);
        }
    }

    /** The matrix that ships with the program; it is read once in a process. */
    public static PermissionMatrix load() {
        return MATRIX;
    }

    /** Every set of roles that may be enough, least privileged first, what is undocumented last. */
    public List<Alternative> alternatives(Operation operation) {
        List<Alternative> known = alternatives.get(operation);
        if (known == null) {
            known = made(Objects.requireNonNull(rows.get(operation)));
            alternatives.put(operation, known);
        }
        return known;
    }

    /** How well a set of roles serves an operation. */
    public Standing standing(Operation operation, Set<String> roles) {
        Standing standing = Standing.DENIED;
        for (Alternative alternative : alternatives(operation)) {
            boolean surer = alternative.standing().compareTo(standing) < 0;
            if (surer && roles.containsAll(alternative.roles())) {
                standing = alternative.standing();
            }
        }
        return standing;
    }

    /** Whether a set of roles is enough, be it documented or only probable. */
    public boolean allows(Operation operation, Set<String> roles) {
        return standing(operation, roles) != Standing.DENIED;
    }

    /** Whether a set of roles is enough for no operation at all. */
    public boolean allowsNothing(Set<String> roles) {
        for (Operation operation : rows.keySet()) {
            if (allows(operation, roles)) {
                return false;
            }
        }
        return true;
    }

    /** The roles that are lacking of the alternative that lacks the fewest; on a tie, of the first. */
    static Set<String> least(List<Set<String>> alternatives, Set<String> roles) {
        Set<String> least = Set.of();
        for (Set<String> alternative : alternatives) {
            Set<String> missing = new LinkedHashSet<>(alternative);
            missing.removeAll(roles);
            if (least.isEmpty() || missing.size() < least.size()) {
                least = missing;
            }
        }
        return least;
    }

    private List<Alternative> made(JsonNode row) {
        List<Alternative> alternatives = new ArrayList<>();
        for (JsonNode json : row.path("alternatives")) {
            Set<String> roles = new LinkedHashSet<>();
            roles.addAll(Json.strings(json.path("roles")));
            List<Basis> bases = new ArrayList<>();
            for (JsonNode source : json.path("sources")) {
                bases.add(Resource.basis(sources.path(source.asText())));
            }
            Standing standing = Json.constant(Standing.class, json.path("standing"));
            String limit = json.has("limit") ? json.path("limit").asText() : null;
            alternatives.add(new Alternative(roles, standing, limit, bases));
        }
        return alternatives;
    }
}
