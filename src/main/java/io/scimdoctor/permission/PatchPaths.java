package io.scimdoctor.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The attributes that a PATCH body touches, in lower case, which decide how small a role may be. */
record PatchPaths(Set<String> paths) {
    private static final String LEAVE_DATE = "employeeleavedatetime";

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

    /** A wide change that also touches a guarded attribute counts as the guarded one, because that role is the rarer. */
    Operation userOperation() {
        if (paths.stream().anyMatch(Operation::isSecurityAttribute)) {
            return Operation.UPDATE_USER_SECURITY_ATTRIBUTES;
        }
        if (paths.stream().anyMatch(path -> path.endsWith(LEAVE_DATE))) {
            return Operation.UPDATE_USER_LEAVE_DATE;
        }
        if (all(path -> path.equals("active") || path.endsWith(":user:active"))) {
            return Operation.UPDATE_USER_ACTIVE;
        }
        if (all(path -> path.startsWith("emails[") && path.contains("\"other\""))) {
            return Operation.UPDATE_USER_OTHER_MAILS;
        }
        if (all(path -> path.startsWith("phonenumbers[") && !path.contains("\"fax\""))) {
            return Operation.UPDATE_USER_PHONES;
        }
        return Operation.UPDATE_USER;
    }

    Operation groupOperation() {
        return all(PatchPaths::isMembers) ? Operation.UPDATE_GROUP_MEMBERS : Operation.UPDATE_GROUP;
    }

    private static boolean isMembers(String path) {
        return path.equals("members")
                || path.startsWith("members[")
                || path.startsWith("members.")
                || path.endsWith(":group:members");
    }

    private boolean all(Predicate<String> test) {
        return !paths.isEmpty() && paths.stream().allMatch(test);
    }

    private static void collect(JsonNode operation, Set<String> paths) {
        String path = operation.path("path").asText("");
        if (!path.isEmpty()) {
            paths.add(path.toLowerCase(Locale.ROOT));
            return;
        }
        // Without a path the value's keys are the attributes; extensions nest theirs one level deeper.
        for (Map.Entry<String, JsonNode> field : operation.path("value").properties()) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("urn:") && field.getValue().isObject()) {
                field.getValue()
                        .fieldNames()
                        .forEachRemaining(inner -> paths.add(name + ":" + inner.toLowerCase(Locale.ROOT)));
            } else {
                paths.add(name);
            }
        }
    }
}
