package io.scimdoctor.cli.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.settings.TokenFile;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.token.Claims;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles that requests are held against: those of a token, or those that the user names. */
final class HeldRoles {
    private HeldRoles() {}

    /**
     * The claims of the token, or what an application's token with the roles of {@code --roles} says; null without any.
     *
     * @param reader what reads standard input already, or null
     */
    static @Nullable Claims of(Invocation invocation, @Nullable String reader) throws IOException {
        String file = invocation.text("--token-file");
        if ("-".equals(file) && reader != null) {
            throw Stopped.usage(
                    reader + " and --token-file cannot both read standard input", "put one of them into a file");
        }
        Set<String> roles = invocation.texts("--roles");
        if (roles.isEmpty()) {
            return TokenFile.required(file, invocation.environment());
        }
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("aud", "https://graph.microsoft.com")
                .put("idtyp", "app");
        roles.forEach(claims.putArray("roles")::add);
        return new Claims(claims);
    }
}
