package io.scimdoctor.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes that a PATCH body touches, in lower case, which decide how small a role may be. */
record PatchPaths(Set<String> paths) {
    static final PatchPaths NONE = new PatchPaths(Set.of());

    private static final String LEAVE_DATE = "employeeleavedatetime";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    PatchPaths {
        paths = Set.copyOf(paths);
    }

    static PatchPaths of(@Nullable JsonNode body) {
        Set<String> paths = new LinkedHashSet<>();
        if (body != null) {
            for (Map.Entry<String, JsonNode> field : body.properties()) {
                if (field.getKey().equalsIgnoreCase("Operations")) {
                    field.getValue().forEach(operation -> collect(operation, paths));
                }
            }
        }
        return new PatchPaths(paths);
    }

    /** The operations of a change to a user: the guarded attributes need roles of their own beside the others'. */
    List<Operation> userOperations() {
        List<Operation> operations = new ArrayList<>();
        Set<String> rest = new LinkedHashSet<>(paths);
        if (rest.removeIf(Operation::isSecurityAttribute)) {
            operations.add(Operation.UPDATE_USER_SECURITY_ATTRIBUTES);
        }
        if (rest.removeIf(path -> path.endsWith(LEAVE_DATE))) {
            operations.add(Operation.UPDATE_USER_LEAVE_DATE);
        }
        if (!rest.isEmpty() || operations.isEmpty()) {
            operations.add(ordinary(rest));
        }
        return operations;
    }

    private static Operation ordinary(Set<String> paths) {
        if (paths.isEmpty()) {
            return Operation.UPDATE_USER;
        }
        if (paths.stream().allMatch(path -> path.equals("active"))) {
            return Operation.UPDATE_USER_ACTIVE;
        }
        if (paths.stream().allMatch(path -> path.startsWith("emails[") && path.contains("\"other\""))) {
            return Operation.UPDATE_USER_OTHER_MAILS;
        }
        if (paths.stream().allMatch(PatchPaths::isTelephone)) {
            return Operation.UPDATE_USER_PHONES;
        }
        return Operation.UPDATE_USER;
    }

    private static boolean isTelephone(String path) {
        return path.startsWith("phonenumbers[") && (path.contains("\"mobile\"") || path.contains("\"work\""));
    }

    Operation groupOperation() {
        return !paths.isEmpty() && paths.stream().allMatch(PatchPaths::isMembers)
                ? Operation.UPDATE_GROUP_MEMBERS
                : Operation.UPDATE_GROUP;
    }

    private static boolean isMembers(String path) {
        return path.equals("members") || path.startsWith("members[") || path.startsWith("members.");
    }

    private static void collect(JsonNode operation, Set<String> paths) {
        String path = operation.path("path").asText("");
        JsonNode value = operation.path("value");
        if (!path.isEmpty()) {
            add(path, value, paths);
            return;
        }
        // Without a path the value's keys are the attributes; extensions nest theirs one level deeper.
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            boolean extension = field.getKey().regionMatches(true, 0, "urn:", 0, 4);
            if (extension && field.getValue().isObject()) {
                String prefix = field.getKey() + ":";
                for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
                    add(prefix + inner.getKey(), inner.getValue(), paths);
                }
            } else {
                add(field.getKey(), field.getValue(), paths);
            }
        }
    }

    /** A list of typed values counts as the paths of those types. */
    private static void add(String written, JsonNode value, Set<String> paths) {
        String path = withoutCoreUrn(written.strip().toLowerCase(Locale.ROOT));
        boolean typed = value.isArray() && (path.equals("emails") || path.equals("phonenumbers"));
        for (JsonNode element : typed ? value : List.<JsonNode>of()) {
            String type = element.path("type").asText("").toLowerCase(Locale.ROOT);
            paths.add(path + "[type eq \"" + type + "\"]");
        }
        if (!typed || value.isEmpty()) {
            paths.add(path);
        }
    }

    private static String withoutCoreUrn(String path) {
        if (!path.startsWith(CORE)) {
            return path;
        }
        int colon = path.indexOf(':', CORE.length());
        return colon < 0 ? path : path.substring(colon + 1);
    }
}
