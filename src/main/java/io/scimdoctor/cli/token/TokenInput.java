package io.scimdoctor.cli.token;

import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.util.List;

/** Reads a token that a command needs the claims of. */
public final class TokenInput {
    private TokenInput() {}

    /** @throws Stopped when the text holds no token whose claims can be read */
    public static Claims claims(Invocation invocation, String pasted) {
        PastedToken token = PastedToken.of(pasted);
        invocation.secrets().add(token.token().expose());
        TokenReading reading = TokenReading.of(token.token());
        if (reading instanceof TokenReading.Decoded decoded) {
            return decoded.claims();
        }
        TokenExpectation expected =
                new TokenExpectation(invocation.environment().clock().instant(), null, null, null, null);
        List<TokenIssue> issues = TokenJudge.judge(reading, expected);
        String id = issues.isEmpty() ? "token-unparseable" : issues.get(0).id();
        throw Stopped.noVerdict(
                "the roles of the token cannot be read (" + id + ")",
                "scimdoctor token inspect says what is wrong with it");
    }
}
