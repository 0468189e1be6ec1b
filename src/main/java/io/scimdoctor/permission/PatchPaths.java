package io.scimdoctor.permission;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.PatchChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes that a PATCH body touches, in lower case, which decide how small a role may be. */
record PatchPaths(Set<String> paths) {
    static final PatchPaths NONE = new PatchPaths(Set.of());

    private static final String LEAVE_DATE = "employeeleavedatetime";

    static PatchPaths of(@Nullable String body) {
        Set<String> paths = new LinkedHashSet<>();
        for (PatchChange change : body == null
                ? List.<PatchChange>of()
                : PatchChange.of(Json.readLeniently(body).node())) {
            add(change.path().toLowerCase(Locale.ROOT), change.value(), paths);
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
        return !paths.isEmpty() && paths.stream().allMatch(PatchChange::isMembers)
                ? Operation.UPDATE_GROUP_MEMBERS
                : Operation.UPDATE_GROUP;
    }

    /** A list of typed values counts as the paths of those types. */
    private static void add(String path, JsonNode value, Set<String> paths) {
        boolean typed = value.isArray() && (path.equals("emails") || path.equals("phonenumbers"));
        for (JsonNode element : typed ? value : List.<JsonNode>of()) {
            String type = element.path("type").asText("").toLowerCase(Locale.ROOT);
            paths.add(path + "[type eq \"" + type + "\"]");
        }
        if (!typed || value.isEmpty()) {
            paths.add(path);
        }
    }
}
