package io.scimdoctor.permission;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a call does, as far as it matters for the application role that the call needs. */
public enum Operation {
    READ_DISCOVERY("read the discovery endpoints"),
    READ_SECURITY_ATTRIBUTE_SCHEMAS("read the schemas of custom security attributes"),
    LIST_USERS("list users"),
    READ_USER("read one user"),
    READ_SECURITY_ATTRIBUTES("read users with custom security attributes"),
    CREATE_USER("create a user"),
    UPDATE_USER("update a user"),
    UPDATE_USER_OTHER_MAILS("update a user's other mail addresses only"),
    UPDATE_USER_PHONES("update a user's mobile or work telephone only"),
    UPDATE_USER_ACTIVE("enable or disable a user only"),
    UPDATE_USER_LEAVE_DATE("update a user's leave date"),
    UPDATE_USER_SECURITY_ATTRIBUTES("update a user's custom security attributes"),
    DELETE_USER("delete a user"),
    READ_GROUPS("read groups"),
    CREATE_GROUP("create a group"),
    UPDATE_GROUP("update a group's properties"),
    UPDATE_GROUP_MEMBERS("add or remove members of a group only"),
    DELETE_GROUP("delete a group");

    private static final String SECURITY_ATTRIBUTES = "customsecurityattributes";

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    /** What the call does, as the end of the sentence "the application may …". */
    public String title() {
        return title;
    }

    /** The operation's name in options and reports, such as {@code list-users}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a request does, or null when the API knows no such request. */
    public static @Nullable Operation of(String method, ScimUrl url, @Nullable JsonNode body) {
        return switch (url.kind()) {
            case SERVICE_PROVIDER_CONFIG, RESOURCE_TYPES -> isGet(method) ? READ_DISCOVERY : null;
            case SCHEMAS -> isGet(method) ? ofSchemas(url) : null;
            case USERS -> ofUsers(method, url, body);
            case GROUPS -> ofGroups(method, url, body);
            case UNKNOWN, OUTSIDE -> null;
        };
    }

    private static boolean isGet(String method) {
        return method.equalsIgnoreCase("GET");
    }

    private static Operation ofSchemas(ScimUrl url) {
        String id = url.id();
        return id != null && isSecurityAttribute(id) ? READ_SECURITY_ATTRIBUTE_SCHEMAS : READ_DISCOVERY;
    }

    private static @Nullable Operation ofUsers(String method, ScimUrl url, @Nullable JsonNode body) {
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "GET" -> readUsers(url);
            case "POST" -> url.isObject() ? null : CREATE_USER;
            case "PATCH" -> url.isObject() ? PatchPaths.of(body).userOperation() : null;
            case "DELETE" -> url.isObject() ? DELETE_USER : null;
            default -> null;
        };
    }

    private static Operation readUsers(ScimUrl url) {
        boolean projected = url.parameter("attributes")
                .filter(parameter -> isSecurityAttribute(parameter.value()))
                .isPresent();
        if (projected) {
            return READ_SECURITY_ATTRIBUTES;
        }
        return url.isObject() ? READ_USER : LIST_USERS;
    }

    private static @Nullable Operation ofGroups(String method, ScimUrl url, @Nullable JsonNode body) {
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "GET" -> READ_GROUPS;
            case "POST" -> url.isObject() ? null : CREATE_GROUP;
            case "PATCH" -> url.isObject() ? PatchPaths.of(body).groupOperation() : null;
            case "DELETE" -> url.isObject() ? DELETE_GROUP : null;
            default -> null;
        };
    }

    static boolean isSecurityAttribute(String text) {
        return text.toLowerCase(Locale.ROOT).contains(SECURITY_ATTRIBUTES);
    }
}
