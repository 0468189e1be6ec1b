package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What depends on the tenant: names that are taken, domains, references, and the password policy. */
record UserRules(Directory directory) {
    private static final int MIN_PASSWORD = 8;
    private static final int PASSWORD_CLASSES = 3;

    /** What the tenant refuses in a new user that breaks no rule of the API. */
    @Nullable
    Refusal creation(ObjectNode user) {
        Refusal userName = userName(Json.field(user, "userName").asText(""), null);
        if (userName != null) {
            return userName;
        }
        String password = Json.field(user, "password").asText("");
        return password.isEmpty() || isAcceptable(password) ? null : Refusal.of("password-weak", "");
    }

    /** The constraints on single values that are present. */
    @Nullable
    Refusal values(ObjectNode user) {
        String nickname = Json.field(Json.field(user, Attributes.ENTRA_USER), "mailNickname")
                .asText("");
        String id = user.path("id").asText();
        if (!nickname.isEmpty() && directory.isTaken(Attributes.ENTRA_USER, "mailNickname", nickname, id)) {
            return Refusal.of("conflict", "mailNickname");
        }
        JsonNode manager = Json.field(Json.field(user, Attributes.ENTERPRISE_USER), "manager");
        return manager.isMissingNode() ? null : manager(manager);
    }

    /** A manager is an existing user. */
    @Nullable
    Refusal manager(JsonNode manager) {
        String id = Json.field(manager, "value").asText();
        return directory.find(ResourceKind.USERS, id) != null ? null : Refusal.of("missing", id);
    }

    /** The sign-in name must be free and its domain verified. */
    @Nullable
    Refusal userName(String userName, @Nullable String exceptId) {
        String domain = userName.substring(userName.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (!domain.equals(SampleTenant.DOMAIN) && !domain.equals(SampleTenant.INITIAL_DOMAIN)) {
            return Refusal.of("domain-unverified", "");
        }
        return directory.isTaken("", "userName", userName, exceptId)
                ? Refusal.of("conflict", "userPrincipalName")
                : null;
    }

    private static boolean isAcceptable(String password) {
        long classes = Stream.of(".*[a-z].*", ".*[A-Z].*", ".*[0-9].*", ".*[^a-zA-Z0-9].*")
                .filter(password::matches)
                .count();
        return password.length() >= MIN_PASSWORD && classes >= PASSWORD_CLASSES;
    }
}
