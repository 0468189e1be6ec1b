package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token whose claims a command needs, beside what it reads. */
public final class TokenFile {
    private TokenFile() {}

    /**
     * The claims that narrow a 401 or 403 of a capture, or null when no file is named.
     *
     * @throws Stopped when the file holds no token that can be read
     */
    public static @Nullable Claims claims(@Nullable String file, Environment environment) throws IOException {
        if (file == null) {
            return null;
        }
        TokenReading reading = reading(environment.input().small(file), environment);
        if (reading instanceof TokenReading.Decoded decoded) {
            return decoded.claims();
        }
        throw Stopped.usage(
                "the file of --token-file holds no readable token",
                "scimdoctor token inspect says what is wrong with it");
    }

    /**
     * The claims that a command cannot do without, of the file or else of the variable; null when neither is there.
     *
     * @throws Stopped when the text holds no token whose claims can be read
     */
    public static @Nullable Claims required(@Nullable String file, Environment environment) throws IOException {
        String pasted = file == null
                ? environment.variable("SCIMDOCTOR_TOKEN")
                : environment.input().small(file);
        if (file == null && pasted.isEmpty()) {
            return null;
        }
        TokenReading reading = reading(pasted, environment);
        if (reading instanceof TokenReading.Decoded decoded) {
            return decoded.claims();
        }
        TokenExpectation expected = new TokenExpectation(environment.now(), null, null, null, null);
        List<TokenIssue> issues = TokenJudge.judge(reading, expected);
        String id = issues.isEmpty() ? "token-unparseable" : issues.get(0).id();
        throw Stopped.noVerdict(
                "the roles of the token cannot be read (" + id + ")",
                "scimdoctor token inspect says what is wrong with it");
    }

    private static TokenReading reading(String pasted, Environment environment) {
        return TokenReading.of(PastedToken.of(pasted, environment.secrets()).token());
    }
}
