package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Input;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The token that {@code --token-file} names for a capture: its claims narrow a 401 or 403. */
public final class TokenFile {
    private TokenFile() {}

    /** @throws Stopped when the file holds no token that can be read */
    public static @Nullable Claims claims(Invocation invocation) throws IOException {
        String file = invocation.text("--token-file");
        if (file == null) {
            return null;
        }
        String pasted = Input.small(invocation.environment(), file);
        PastedToken token = PastedToken.of(pasted);
        invocation.secrets().add(token.token().expose());
        if (TokenReading.of(token.token()) instanceof TokenReading.Decoded decoded) {
            return decoded.claims();
        }
        throw Stopped.usage(
                "the file of --token-file holds no readable token",
                "scimdoctor token inspect says what is wrong with it");
    }
}
