package io.scimdoctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.scimdoctor.Generated;
import io.scimdoctor.json.Json;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.Simulators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** The library that we do not decode with reads every sound token as we do (ADR 6). */
final class TokenOracleTest {
    private static final Pattern TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{1,9000}\\.[A-Za-z0-9_-]{1,9000}\\.[A-Za-z0-9_-]{0,9000}");

    private static final Set<String> TIMES = Set.of("exp", "nbf", "iat");
    private static final Set<String> LISTS = Set.of("aud", "roles");
    private static final String[] NUMBERS = {"0", "1789464000", "253402300799"};
    private static final String[] TEXTS = {"\"x\"", "\"\"", "\"\\u00e4 \\\" .\"", "null"};
    private static final String[] VALUES = {"[\"x\"]", "[]", "[\"x\",\"y z\"]"};

    @Test
    void our_claims_are_those_of_the_library_for_every_sound_token() throws IOException {
        Set<String> tokens = ofTestData();
        try (Simulator simulator = Simulators.start("healthy")) {
            tokens.add(simulator.token());
        }
        int compared = 0;
        for (String token : tokens) {
            DecodedJWT theirs = decode(token);
            if (theirs != null && isJson(theirs.getHeader()) && isJson(theirs.getPayload())) {
                compared++;
                assertThat(TokenReading.of(new Secret(token)))
                        .isInstanceOfSatisfying(TokenReading.Decoded.class, ours -> assertSame(ours.claims(), theirs));
            }
        }

        assertThat(compared).isGreaterThan(8);
    }

    @Test
    void our_claims_are_those_of_the_library_for_whatever_sound_claims() {
        Gen<String> claims = chance -> {
            List<String> claim = new ArrayList<>();
            for (String name : List.of("aud", "iss", "sub", "exp", "nbf", "iat", "roles", "tid", "ver")) {
                String[] values = TIMES.contains(name) ? NUMBERS : LISTS.contains(name) ? VALUES : TEXTS;
                if (Generated.below(chance, 3) > 0) {
                    claim.add("\"" + name + "\":" + Generated.pick(chance, values));
                }
            }
            return "{" + String.join(",", claim) + "}";
        };

        Generated.values(2_000).forAll(claims).checkAssert(json -> {
            String token = TokenReadingTest.part("{\"alg\":\"RS256\"}") + "." + TokenReadingTest.part(json) + ".c2ln";
            DecodedJWT theirs = JWT.decode(token);

            assertThat(TokenReading.of(new Secret(token)))
                    .isInstanceOfSatisfying(TokenReading.Decoded.class, ours -> assertSame(ours.claims(), theirs));
        });
    }

    /** The library also takes bytes behind the object, which no sound token has. */
    private static boolean isJson(String part) {
        return text(part).endsWith("}");
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static void assertSame(Claims ours, DecodedJWT theirs) {
        assertThat(ours.names())
                .containsExactlyInAnyOrderElementsOf(theirs.getClaims().keySet());
        assertThat(ours.json()).isEqualTo(payload(theirs));
        assertThat(ours.time("exp")).isEqualTo(seconds(theirs.getExpiresAtAsInstant()));
        assertThat(ours.time("nbf")).isEqualTo(seconds(theirs.getNotBeforeAsInstant()));
        assertThat(ours.time("iat")).isEqualTo(seconds(theirs.getIssuedAtAsInstant()));
        assertThat(ours.text("iss")).isEqualTo(theirs.getIssuer());
        assertThat(ours.text("sub")).isEqualTo(theirs.getSubject());
        assertThat(ours.audiences()).isEqualTo(theirs.getAudience() == null ? List.of() : theirs.getAudience());
        for (String name : List.of("tid", "appid", "azp", "idtyp", "ver", "scp")) {
            assertThat(ours.text(name)).isEqualTo(theirs.getClaim(name).asString());
        }
        List<String> roles = theirs.getClaim("roles").asList(String.class);
        assertThat(ours.list("roles")).isEqualTo(roles == null ? List.of() : roles);
    }

    private static Object payload(DecodedJWT token) {
        try {
            return Json.read(text(token.getPayload()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static @Nullable DecodedJWT decode(String token) {
        try {
            return JWT.decode(token);
        } catch (JWTDecodeException e) {
            return null;
        }
    }

    /** Whatever looks like a token in any file of the tests. */
    private static Set<String> ofTestData() throws IOException {
        Set<String> tokens = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = TOKEN.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                while (found.find()) {
                    tokens.add(found.group());
                }
            }
        }
        return tokens;
    }
}
