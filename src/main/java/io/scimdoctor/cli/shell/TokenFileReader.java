package io.scimdoctor.cli.shell;

import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the file with a token. */
final class TokenFileReader {
    private static final long LARGEST = 1024 * 1024;

    private TokenFileReader() {}

    /** The text, or nothing where there is no such file, or none that could hold a token. */
    static Optional<String> read(String name) {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            String text = Files.readString(file);
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whose token it is, for what and until when, in two lines; empty when it cannot be read. */
    static String brief(String text) {
        if (!(TokenReading.of(PastedToken.of(text).token()) instanceof TokenReading.Decoded decoded)) {
            return "";
        }
        Claims claims = decoded.claims();
        String audience =
                claims.audiences().isEmpty() ? "nothing" : claims.audiences().get(0);
        return "A token of " + (claims.isDelegated() ? "a user, through application " : "application ")
                + said(claims.application()) + "\nfor " + Redactor.text(audience) + ", until "
                + said(claims.time("exp"))
                + "; token inspect shows the rest.\n";
    }

    private static String said(@Nullable Object claim) {
        return claim == null ? "unknown" : Redactor.text(claim.toString());
    }
}
