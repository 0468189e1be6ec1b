package io.scimdoctor.permission;

import io.scimdoctor.finding.Basis;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which application roles are enough for each operation; both generations of the documentation count. */
public final class PermissionMatrix {
    private static final PermissionMatrix MATRIX = new PermissionMatrix();

    private final String[] lines =
            Resource.latin(PermissionMatrix.class, "permissions.txt").split("\n");
    /** Made when they are asked for: a start needs few of them. */
    private final Map<Operation, List<Alternative>> alternatives = new ConcurrentHashMap<>();

    private final Map<String, Basis> sources = new HashMap<>();

    private PermissionMatrix() {
        for (String line : lines) {
            if (line.startsWith("=")) {
                String[] words = line.split(" ", 4);
                Basis.Kind kind = Basis.Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
                sources.put(words[0].substring(1), new Basis(kind, words[3], words[2]));
            }
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
            known = made(operation.name());
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
        for (Operation operation : Operation.values()) {
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

    private List<Alternative> made(String operation) {
        List<Alternative> alternatives = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(operation) && line.charAt(operation.length()) == ' ') {
                String[] words = line.split(" ", 5);
                Standing standing = Standing.valueOf(words[1].toUpperCase(Locale.ROOT));
                Set<String> roles = new LinkedHashSet<>(List.of(words[2].split("\\+")));
                List<Basis> bases = new ArrayList<>();
                for (String source : words[3].split(",")) {
                    bases.add(Objects.requireNonNull(sources.get(source)));
                }
                alternatives.add(new Alternative(roles, standing, words.length > 4 ? words[4] : null, bases));
            }
        }
        return alternatives;
    }
}
