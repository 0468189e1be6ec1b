package io.scimdoctor.permission;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which application roles are enough for each operation; both generations of the documentation count. */
public final class PermissionMatrix {
    private static final String RESOURCE = "permissions.json";

    private final Map<Operation, List<Alternative>> rows;

    private PermissionMatrix(Map<Operation, List<Alternative>> rows) {
        this.rows = rows;
    }

    /** The matrix that ships with the program; it is read once in a process. */
    public static PermissionMatrix load() {
        return Loaded.MATRIX;
    }

    private static PermissionMatrix read() {
        JsonNode document = Resource.json(PermissionMatrix.class, RESOURCE);
        Map<String, Basis> sources = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> source : document.path("sources").properties()) {
            sources.put(source.getKey(), Resource.basis(source.getValue()));
        }
        Map<Operation, List<Alternative>> rows = new EnumMap<>(Operation.class);
        for (JsonNode json : document.path("rows")) {
            rows.put(Operation.valueOf(json.path("operation").asText()), alternatives(json, sources));
        }
        return new PermissionMatrix(rows);
    }

    /** Every set of roles that may be enough, least privileged first, what is undocumented last. */
    public List<Alternative> alternatives(Operation operation) {
        return Objects.requireNonNull(rows.get(operation), operation::name);
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
        return roles.isEmpty() || rows.keySet().stream().noneMatch(operation -> allows(operation, roles));
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

    private static List<Alternative> alternatives(JsonNode row, Map<String, Basis> sources) {
        List<Alternative> alternatives = new ArrayList<>();
        for (JsonNode json : row.path("alternatives")) {
            Set<String> roles = new LinkedHashSet<>();
            json.path("roles").forEach(role -> roles.add(role.asText()));
            List<Basis> bases = new ArrayList<>();
            for (JsonNode source : json.path("sources")) {
                bases.add(Objects.requireNonNull(sources.get(source.asText()), source::asText));
            }
            Standing standing = Json.constant(Standing.class, json.path("standing"));
            String limit = json.has("limit") ? json.path("limit").asText() : null;
            alternatives.add(new Alternative(roles, standing, limit, bases));
        }
        return List.copyOf(alternatives);
    }

    /** Read at first use. */
    private static final class Loaded {
        static final PermissionMatrix MATRIX = read();
    }
}
