package io.scimdoctor.permission;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.scim.ScimUrl;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a call does, as far as it matters for the application role that the call needs. */
public enum Operation {
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

    /** The operation's name in options and reports, such as {@code list-users}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether the roles of the matrix are not enough when the target is privileged: then the application needs a directory
     * role too. Source: Microsoft Graph, "Who can perform sensitive actions", and role-assignable groups.
     */
    public boolean isGuarded() {
        return switch (this) {
            case UPDATE_USER,
                    UPDATE_USER_OTHER_MAILS,
                    UPDATE_USER_PHONES,
                    UPDATE_USER_ACTIVE,
                    DELETE_USER,
                    UPDATE_GROUP,
                    UPDATE_GROUP_MEMBERS,
                    DELETE_GROUP -> true;
            case READ_DISCOVERY,
                    READ_SECURITY_ATTRIBUTE_SCHEMAS,
                    LIST_USERS,
                    READ_USER,
                    READ_SECURITY_ATTRIBUTES,
                    CREATE_USER,
                    UPDATE_USER_LEAVE_DATE,
                    UPDATE_USER_SECURITY_ATTRIBUTES,
                    READ_GROUPS,
                    CREATE_GROUP -> false;
        };
    }

    /** Whether the operation is about a group. */
    public boolean isOnGroups() {
        return switch (this) {
            case READ_GROUPS, CREATE_GROUP, UPDATE_GROUP, UPDATE_GROUP_MEMBERS, DELETE_GROUP -> true;
            default -> false;
        };
    }

    /** What a request does, first what the fewest roles allow; null when the API knows no such request. */
    public static @Nullable Operation of(String method, ScimUrl url, @Nullable JsonNode body) {
        List<Operation> all = allOf(method, url, PatchPaths.of(body));
        return all.isEmpty() ? null : all.get(0);
    }

    /** Everything that a request does; one PATCH may need the roles of several operations. Empty for an unknown one. */
    static List<Operation> allOf(String method, ScimUrl url, PatchPaths paths) {
        String verb = method.toUpperCase(Locale.ROOT);
        return switch (url.kind()) {
            case SERVICE_PROVIDER_CONFIG, RESOURCE_TYPES -> verb.equals("GET") ? List.of(READ_DISCOVERY) : List.of();
            case SCHEMAS -> verb.equals("GET") ? List.of(ofSchemas(url)) : List.of();
            case USERS -> ofUsers(verb, url, paths);
            case GROUPS -> ofGroups(verb, url, paths);
            case UNKNOWN, OUTSIDE -> List.of();
        };
    }

    private static Operation ofSchemas(ScimUrl url) {
        String id = url.id();
        return (id != null && isSecurityAttribute(id)) || projectsSecurityAttributes(url)
                ? READ_SECURITY_ATTRIBUTE_SCHEMAS
                : READ_DISCOVERY;
    }

    private static List<Operation> ofUsers(String verb, ScimUrl url, PatchPaths paths) {
        return switch (verb) {
            case "GET" -> List.of(readUsers(url));
            case "POST" -> url.isObject() ? List.of() : List.of(CREATE_USER);
            case "PATCH" -> url.isObject() ? paths.userOperations() : List.of();
            case "DELETE" -> url.isObject() ? List.of(DELETE_USER) : List.of();
            default -> List.of();
        };
    }

    private static Operation readUsers(ScimUrl url) {
        if (projectsSecurityAttributes(url)) {
            return READ_SECURITY_ATTRIBUTES;
        }
        return url.isObject() ? READ_USER : LIST_USERS;
    }

    private static boolean projectsSecurityAttributes(ScimUrl url) {
        return url.parameter("attributes")
                .filter(parameter -> isSecurityAttribute(parameter.value()))
                .isPresent();
    }

    private static List<Operation> ofGroups(String verb, ScimUrl url, PatchPaths paths) {
        return switch (verb) {
            case "GET" -> List.of(READ_GROUPS);
            case "POST" -> url.isObject() ? List.of() : List.of(CREATE_GROUP);
            case "PATCH" -> url.isObject() ? List.of(paths.groupOperation()) : List.of();
            case "DELETE" -> url.isObject() ? List.of(DELETE_GROUP) : List.of();
            default -> List.of();
        };
    }

    static boolean isSecurityAttribute(String text) {
        return text.toLowerCase(Locale.ROOT).contains(SECURITY_ATTRIBUTES);
    }
}
