package io.scimdoctor.token;

import io.scimdoctor.redact.KnownSecrets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A token of another identity provider in a file, which that provider replaces before the token ends. Source: "Workload
 * identity federation", Microsoft Entra Workload ID.
 *
 * @param where the file and the setting that names it, as the subject of a sentence
 * @param file reads the file, anew each time, or nothing when it cannot be read
 */
record FederatedToken(String where, Supplier<Optional<String>> file, KnownSecrets secrets) implements ClientProof {

    @Override
    public Shown show(Instant now) {
        Optional<String> read = file.get();
        if (read.isEmpty()) {
            return new Unusable(where + " cannot be read any more", "check that it is there, and its permissions");
        }
        String token = read.get().strip();
        secrets.add(token);
        if (token.isEmpty()) {
            return new Unusable(where + " is empty", "let the identity provider write a token into it");
        }
        if (!(TokenReading.of(new Secret(token)) instanceof TokenReading.Decoded decoded)) {
            return new Unusable(
                    where + " holds something that is no JSON Web Token",
                    "name the file that the identity provider writes, with nothing but the token in it");
        }
        Instant expires = decoded.claims().time("exp");
        if (expires != null && !expires.isAfter(now)) {
            return new Unusable(
                    where + " holds a token that expired at " + expires,
                    "let the identity provider write a fresh one, or correct this machine's clock");
        }
        return (Usable) request -> ClientProof.assertion(token);
    }
}
