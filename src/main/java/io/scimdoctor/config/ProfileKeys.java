package io.scimdoctor.config;

import io.scimdoctor.exchange.First;
import io.scimdoctor.redact.SecretShape;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may stand in a profile: the settings, and where a secret is found, but never a secret. */
public final class ProfileKeys {
    static final String WHERE_SECRETS_ARE =
            "write where it is found: client-secret-file, client-secret-variable, client-certificate or token-file";

    private static final String NAME_VARIABLE = "write the name of a variable, such as AZURE_CLIENT_SECRET";
    private static final String CLEAR = "has the shape of a secret in clear, which must not stand in this file";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_]\\w*");

    /** What is wrong with a value, and what to do about it. */
    public record Trouble(String text, String remedy) {}

    private ProfileKeys() {}

    /** The setting that a profile gives under that name, or null. */
    public static @Nullable Key find(String name) {
        return First.of(List.of(Key.values()), key -> key.profileKey().equals(name));
    }

    /** Every name that a profile knows. */
    public static List<String> all() {
        return Stream.of(Key.values()).map(Key::profileKey).toList();
    }

    /** Whether the name asks for a secret itself. */
    static boolean isSecret(String name) {
        return Stream.of("secret", "password", "token", "assertion", "api-key", "private-key")
                .anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** What is wrong with a value, without the value, or null. */
    public static @Nullable Trouble trouble(Key key, String value) {
        String name = "'" + key.profileKey() + "' ";
        if (SecretShape.is(value)) {
            String elsewhere = key == Key.PROXY ? "leave user and password to HTTPS_PROXY" : WHERE_SECRETS_ARE;
            return new Trouble(name + CLEAR, key.isSecret() ? NAME_VARIABLE : elsewhere);
        }
        if (value.isBlank()) {
            return new Trouble(name + "is empty", "give it a value, or leave it out");
        }
        if (key.isFile() && value.equals("-")) {
            return new Trouble(name + "names standard input, and a profile has none", "name a file");
        }
        boolean named = !key.isSecret() || VARIABLE.matcher(value).matches();
        return named ? null : new Trouble(name + "names no environment variable", NAME_VARIABLE);
    }
}
