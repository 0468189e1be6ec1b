package io.scimdoctor.simulator.login;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import io.scimdoctor.simulator.scenario.TokenShape;
import io.scimdoctor.simulator.wire.Chance;
import io.scimdoctor.simulator.wire.Nodes;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs access tokens as Microsoft Graph's look, and verifies them. */
public record AccessTokens(Chance chance) {
    /** Longer than {@code expires_in} says, as observed on real tokens. */
    private static final Duration LIFETIME = Duration.ofMinutes(65);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String KEY_ID = "simulated-key";
    private static final String FOREIGN_KEY_ID = "key-of-somebody-else";

    public String issue(TokenShape shape, Set<String> roles, Instant now) {
        Instant issued = switch (shape) {
            case EXPIRED -> now.minus(HOUR.multipliedBy(2));
            case NOT_YET_VALID -> now.plus(HOUR);
            default -> now;
        };
        Instant expires = shape == TokenShape.EXPIRED ? now.minus(HOUR) : issued.plus(LIFETIME);
        ObjectNode claims = claims(shape, roles)
                .put("iat", issued.getEpochSecond())
                .put("nbf", issued.getEpochSecond())
                .put("exp", expires.getEpochSecond());
        String keyId = shape == TokenShape.BAD_SIGNATURE ? FOREIGN_KEY_ID : KEY_ID;
        String token = sign(claims, "nonce-" + chance.guid(), keyId);
        return switch (shape) {
            case UNPARSEABLE -> token.substring(0, token.indexOf('.') + 40);
            case BAD_SIGNATURE -> token.substring(0, token.lastIndexOf('.') + 1) + "c2lnbmVkLWJ5LXNvbWVib2R5LWVsc2U";
            default -> token;
        };
    }

    /** The token taken apart, or null when it is none. */
    static @Nullable DecodedJWT decode(String token) {
        try {
            return JWT.decode(token);
        } catch (JWTDecodeException e) {
            return null;
        }
    }

    /** Whether the header names a key that the service knows. */
    boolean isKeyKnown(DecodedJWT token) {
        return KEY_ID.equals(token.getHeaderClaim("x5t").asString());
    }

    /** Whether this simulator's key, or that of another one in this process, signed the token. */
    boolean isSignedHere(DecodedJWT token) {
        String nonce = token.getHeaderClaim("nonce").asString();
        if (nonce == null) {
            return false;
        }
        String signedHeader = header(hash(nonce), KEY_ID);
        String rebuilt = encode(bytes(signedHeader)) + "." + token.getPayload() + "." + token.getSignature();
        DecodedJWT original = decode(rebuilt);
        return original != null
                && verifies(Algorithm.RSA256((RSAPublicKey) SigningKey.PAIR.getPublic(), null), original);
    }

    static boolean verifies(Algorithm algorithm, DecodedJWT token) {
        try {
            algorithm.verify(token);
            return true;
        } catch (SignatureVerificationException e) {
            return false;
        }
    }

    /**
     * Signs over a header whose nonce is hashed and puts the plain nonce in afterwards, as Microsoft does; so nobody else
     * can verify the signature in the ordinary way.
     */
    private static String sign(JsonNode claims, String nonce, String keyId) {
        String payload = encode(bytes(JsonWriter.compactText(claims)));
        String signedHeader = encode(bytes(header(hash(nonce), keyId)));
        byte[] signature = Algorithm.RSA256(null, (RSAPrivateKey) SigningKey.PAIR.getPrivate())
                .sign(bytes(signedHeader), bytes(payload));
        return encode(bytes(header(nonce, keyId))) + "." + payload + "." + encode(signature);
    }

    private static String header(String nonce, String keyId) {
        return JsonWriter.compactText(Nodes.object()
                .put("typ", "JWT")
                .put("nonce", nonce)
                .put("alg", "RS256")
                .put("x5t", keyId)
                .put("kid", keyId));
    }

    /** Those of a good token, as far as this shape does not differ; null takes one away. */
    private ObjectNode claims(TokenShape shape, Set<String> roles) {
        JsonNode table = Resource.json(AccessTokens.class, "tokens.json");
        ObjectNode claims = (ObjectNode) table.path("claims");
        claims.put("uti", chance.guid().substring(0, 22));
        claims.set("roles", Nodes.array(roles.stream().sorted().toArray(String[]::new)));
        table.path(shape.slug()).properties().forEach(claim -> claims.set(claim.getKey(), claim.getValue()));
        claims.properties().removeIf(claim -> claim.getValue().isNull());
        return claims;
    }

    private static String hash(String nonce) {
        return digest("SHA-256", bytes(nonce));
    }

    /** The digest of some bytes, in base64url. */
    static String digest(String algorithm, byte[] bytes) {
        try {
            return encode(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Made on first use, once a process. It is short because one of 2048 bits takes up to a second and a half at each
     * start, and what it signs opens nothing but this simulator.
     */
    private static final class SigningKey {
        static final KeyPair PAIR = generate();

        private static KeyPair generate() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(512);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
