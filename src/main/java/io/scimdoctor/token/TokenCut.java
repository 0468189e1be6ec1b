package io.scimdoctor.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Tells whether the end of a token is missing, as after a paste of a part of it. */
public final class TokenCut {
    /** A key for RS256 has 2048 bits or more (RFC 7518, section 3.3), and its signature as many. */
    private static final int SHORTEST_SIGNATURE = 342;

    /** Simulators and tests are content with 1024 bits. */
    private static final int WEAK_SIGNATURE = 171;

    private TokenCut() {}

    /** What is missing of a signature by RSA, or null when none is known to be missing. */
    public static @Nullable String signature(Secret token, TokenReading reading) {
        if (!(reading instanceof TokenReading.Decoded decoded)) {
            return null;
        }
        String algorithm = decoded.header().path("alg").asText("");
        String text = token.expose();
        int length = text.length() - text.lastIndexOf('.') - 1;
        boolean rsa = algorithm.startsWith("RS") || algorithm.startsWith("PS");
        boolean cut = rsa && length < SHORTEST_SIGNATURE && length != WEAK_SIGNATURE;
        return cut && !isText(text.substring(text.length() - length))
                ? "the token is cut off: " + length + " characters of its signature are there, and " + algorithm
                        + " makes " + SHORTEST_SIGNATURE + " or more; the service refuses it as it is"
                : null;
    }

    /** Words in place of a signature: somebody made this token by hand, and nothing is missing of it. */
    private static boolean isText(String signature) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(signature), StandardCharsets.ISO_8859_1);
            return text.matches("[ -~]+");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a text is the beginning of a token, of which the rest is missing. */
    public static boolean isBeginning(Secret token) {
        String text = token.expose();
        TokenReading reading = TokenReading.of(token);
        return reading instanceof TokenReading.Broken
                ? text.startsWith("eyJ") && text.split("\\.", -1).length < 3
                : signature(token, reading) != null;
    }
}
