package io.scimdoctor.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schemas;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The constraints on the values of users, for creating and for changing alike. */
record UserRules(Directory directory, Schemas schemas) {
    private static final String[] REQUIRED = {
        "userName", "displayName", "active", "name.givenName", "name.familyName", "password"
    };
    private static final int MIN_PASSWORD = 8;
    private static final int PASSWORD_CLASSES = 3;
    private static final int MAX_EMPLOYEE_NUMBER = 16;

    /** What is wrong with a user to be created. */
    @Nullable
    Refusal creation(ObjectNode user) {
        Refusal names = knownNames(user);
        if (names != null) {
            return names;
        }
        for (String required : REQUIRED) {
            if (text(user, required).isEmpty()) {
                return required(required);
            }
        }
        JsonNode active = Nodes.get(user, "active");
        if (active == null || !active.isBoolean()) {
            return invalid();
        }
        Refusal userName = userName(text(user, "userName"), null);
        if (userName != null) {
            return userName;
        }
        return isAcceptable(text(user, "password"))
                ? values(user)
                : Refusal.graph(
                        400,
                        "Request_BadRequest",
                        "The specified password does not comply with password complexity requirements. Please provide a"
                                + " different password.");
    }

    private static Refusal required(String attribute) {
        return attribute.equals("password")
                ? Refusal.graph(400, "Request_BadRequest", "A password must be specified to create a new user.")
                : Refusal.scim("invalidValue", "Attribute '" + attribute + "' is required.");
    }

    private @Nullable Refusal knownNames(ObjectNode user) {
        for (Map.Entry<String, JsonNode> field : user.properties()) {
            String name = field.getKey();
            boolean envelope = name.equalsIgnoreCase("schemas") || name.equalsIgnoreCase("meta");
            boolean extension = schemas.urns(ResourceKind.USERS).stream().anyMatch(urn -> urn.equalsIgnoreCase(name));
            if (!envelope && !extension && schemas.resolve(ResourceKind.USERS, name) == null) {
                return Refusal.scim("invalidSyntax", "Attribute '" + name + "' is not part of the schema.");
            }
        }
        return null;
    }

    /** The constraints on single values that are present. */
    @Nullable
    Refusal values(ObjectNode user) {
        String nickname = text(user, Attributes.ENTRA_USER, "mailNickname");
        String id = text(user, "id");
        if (!nickname.isEmpty() && directory.isTaken(Attributes.ENTRA_USER, "mailNickname", nickname, id)) {
            return Refusal.conflict("mailNickname");
        }
        if (text(user, Attributes.ENTERPRISE_USER, "employeeNumber").length() > MAX_EMPLOYEE_NUMBER) {
            return invalid();
        }
        JsonNode enterprise = Nodes.get(user, Attributes.ENTERPRISE_USER);
        JsonNode manager = enterprise == null ? null : Nodes.get(enterprise, "manager");
        return manager == null ? null : manager(manager);
    }

    /** A manager is an object with the id of an existing user. */
    @Nullable
    Refusal manager(JsonNode manager) {
        JsonNode value = Nodes.get(manager, "value");
        String id = value == null ? "" : value.asText();
        if (!ScimUrl.isGuid(id)) {
            return Refusal.scim("invalidValue", "The manager must be an object whose 'value' is the id of a user.");
        }
        return directory.has(ResourceKind.USERS, id) ? null : Refusal.missing(400, id);
    }

    /** The sign-in name must be free and its domain verified. */
    @Nullable
    Refusal userName(String userName, @Nullable String exceptId) {
        String domain = userName.substring(userName.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (!domain.equals(SampleTenant.DOMAIN) && !domain.equals(SampleTenant.INITIAL_DOMAIN)) {
            return Refusal.graph(
                    400,
                    "Request_BadRequest",
                    "The domain portion of the userPrincipalName property is invalid. You must use one of the verified"
                            + " domain names in your organization.");
        }
        return directory.isTaken("", "userName", userName, exceptId) ? Refusal.conflict("userPrincipalName") : null;
    }

    static Refusal invalid() {
        return Refusal.graph(400, "Request_BadRequest", "One or more properties contains invalid values.");
    }

    private static boolean isAcceptable(String password) {
        int classes = 0;
        for (String pattern : new String[] {".*[a-z].*", ".*[A-Z].*", ".*[0-9].*", ".*[^a-zA-Z0-9].*"}) {
            classes += password.matches(pattern) ? 1 : 0;
        }
        return password.length() >= MIN_PASSWORD && classes >= PASSWORD_CLASSES;
    }

    private static String text(ObjectNode user, String urn, String attribute) {
        JsonNode extension = Nodes.get(user, urn);
        JsonNode value = extension == null ? null : Nodes.get(extension, attribute);
        return value == null || value.isNull() ? "" : value.asText();
    }

    private static String text(ObjectNode user, String path) {
        JsonNode node = user;
        for (String step : path.split("\\.", -1)) {
            node = node == null ? null : Nodes.get(node, step);
        }
        return node == null || node.isNull() ? "" : Objects.requireNonNullElse(node.asText(), "");
    }
}
