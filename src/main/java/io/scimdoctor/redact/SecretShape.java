package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;

/** Tells a value that has the shape of a secret from one that is a name, an address or a path. */
public final class SecretShape {
    private static final int SHORTEST_KEY = 20;
    /** Where the application secrets of Entra ID have their mark: three characters, a digit, and "Q~". */
    private static final LatePattern ENTRA_SECRET = LatePattern.of("[\\w.~-]{3}\\dQ~[\\w.~-]{20,}");

    private static final LatePattern USER_INFO = LatePattern.of("^(?:[a-zA-Z][\\w+.-]*:)?//[^/?#]*@");

    private SecretShape() {}

    /** Whether the value is a token, a key, a generated password, or a URL with a user's name or password in it. */
    public static boolean is(String value) {
        return value.startsWith("eyJ")
                || value.contains("-----BEGIN ")
                || isEntraSecret(value)
                || USER_INFO.matcher(value).find()
                || isKey(value);
    }

    /** Whether an application secret of Entra ID stands in it. */
    static boolean isEntraSecret(String value) {
        return value.contains("Q~") && ENTRA_SECRET.matcher(value).find();
    }

    /** One long run of letters in both cases and digits, as generators make them; paths and hosts have separators. */
    private static boolean isKey(String value) {
        boolean separated = value.chars().anyMatch(c -> "\\:.".indexOf(c) >= 0)
                || (value.indexOf('/') >= 0 && !value.endsWith("="));
        return value.length() >= SHORTEST_KEY && !separated && Words.hasAllKinds(value);
    }
}
