package io.scimdoctor.permission;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a call does, as far as it matters for the application role that the call needs. */
public enum Operation implements Slugged {
    READ_DISCOVERY("GET /serviceproviderconfig", "read the configuration, resource types and schemas of the service"),
    READ_SECURITY_ATTRIBUTE_SCHEMAS(
            "GET /schemas customSecurityAttributes", "read the schemas of custom security attributes"),
    LIST_USERS("GET /users", "list users"),
    READ_USER("GET /users/{id}", "read one user"),
    READ_SECURITY_ATTRIBUTES("GET /users customSecurityAttributes", "read users with custom security attributes"),
    CREATE_USER("POST /users", "create a user"),
    UPDATE_USER("PATCH /users/{id}", "update a user"),
    UPDATE_USER_OTHER_MAILS("PATCH /users/{id} otherMails", "update a user's other mail addresses only"),
    UPDATE_USER_PHONES("PATCH /users/{id} phoneNumbers", "update a user's mobile or work telephone only"),
    UPDATE_USER_ACTIVE("PATCH /users/{id} active", "enable or disable a user only"),
    UPDATE_USER_LEAVE_DATE("PATCH /users/{id} employeeLeaveDateTime", "update a user's leave date"),
    UPDATE_USER_SECURITY_ATTRIBUTES(
            "PATCH /users/{id} customSecurityAttributes", "update a user's custom security attributes"),
    DELETE_USER("DELETE /users/{id}", "delete a user"),
    READ_GROUPS("GET /groups", "read groups"),
    CREATE_GROUP("POST /groups", "create a group"),
    UPDATE_GROUP("PATCH /groups/{id}", "update a group's properties"),
    UPDATE_GROUP_MEMBERS("PATCH /groups/{id} members", "add or remove members of a group only"),
    DELETE_GROUP("DELETE /groups/{id}", "delete a group");

    private static final String SECURITY_ATTRIBUTES = "customsecurityattributes";
    private final String request;
    private final String title;

    Operation(String request, String title) {
        this.request = request;
        this.title = title;
    }

    /** The shortest request that is this operation, as {@link RequestLine} reads it. */
    public String request() {
        return request;
    }

    /** What the call does, as the end of the sentence "the application may …". */
    public String title() {
        return title;
    }

    /**
     * Whether the roles of the matrix are not enough when the target is privileged: then the application needs a directory
     * role too. Source: Microsoft Graph, "Who can perform sensitive actions", and role-assignable groups.
     */
    public boolean isGuarded() {
        boolean changes = request.startsWith("PATCH ") || request.startsWith("DELETE ");
        return changes && this != UPDATE_USER_LEAVE_DATE && this != UPDATE_USER_SECURITY_ATTRIBUTES;
    }

    /** Whether the operation is about a group. */
    public boolean isOnGroups() {
        return request.contains(" /groups");
    }

    /** Everything that a request does; one PATCH may need the roles of several operations. Empty for an unknown one. */
    static List<Operation> allOf(String method, ScimUrl url, PatchPaths paths) {
        String verb = method.toUpperCase(Locale.ROOT);
        ResourceKind kind = url.kind();
        boolean security = isSecurityAttribute(url.parameter("attributes")
                        .map(ScimUrl.Parameter::value)
                        .orElse(""))
                || (kind == ResourceKind.SCHEMAS && isSecurityAttribute(Objects.requireNonNullElse(url.id(), "")));
        boolean object = kind.isDirectory() && url.isObject();
        return switch (verb + " /" + kind.segment() + (object ? "/{id}" : "")) {
            case "GET /serviceproviderconfig", "GET /resourcetypes" -> List.of(READ_DISCOVERY);
            case "GET /schemas" -> List.of(security ? READ_SECURITY_ATTRIBUTE_SCHEMAS : READ_DISCOVERY);
            case "GET /users" -> List.of(security ? READ_SECURITY_ATTRIBUTES : LIST_USERS);
            case "GET /users/{id}" -> List.of(security ? READ_SECURITY_ATTRIBUTES : READ_USER);
            case "POST /users" -> List.of(CREATE_USER);
            case "PATCH /users/{id}" -> paths.userOperations();
            case "DELETE /users/{id}" -> List.of(DELETE_USER);
            case "GET /groups", "GET /groups/{id}" -> List.of(READ_GROUPS);
            case "POST /groups" -> List.of(CREATE_GROUP);
            case "PATCH /groups/{id}" -> List.of(paths.groupOperation());
            case "DELETE /groups/{id}" -> List.of(DELETE_GROUP);
            default -> List.of();
        };
    }

    static boolean isSecurityAttribute(String text) {
        return text.toLowerCase(Locale.ROOT).contains(SECURITY_ATTRIBUTES);
    }
}
