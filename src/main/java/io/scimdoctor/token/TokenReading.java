package io.scimdoctor.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What could be read of a token, without any key and without any call. */
public sealed interface TokenReading {
    /** Opaque tokens of Microsoft have hundreds of characters; a secret or the word {@code undefined} has few. */
    int SHORTEST = 60;

    /** A JSON Web Token (RFC 7519) whose header and claims could be read. Its signature is not looked at. */
    record Decoded(JsonNode header, Claims claims) implements TokenReading {}

    /** An encrypted token (RFC 7516): five parts, of which only the header is readable. */
    record Encrypted(JsonNode header) implements TokenReading {}

    /** No dots at all: a reference that only its issuer understands, or a cut-off piece of a token. */
    record Opaque(int length) implements TokenReading {}

    /** What an input is that nobody can mean as a token, such as a sentence; null for anything else. */
    static @Nullable String none(String pasted, TokenReading reading) {
        if (reading instanceof Decoded || reading instanceof Encrypted) {
            return null;
        }
        String text = pasted.strip();
        for (JsonNode row : Resource.json(TokenReading.class, "no-token.json").path("kinds")) {
            if (Pattern.compile(row.path("pattern").asText()).matcher(text).find()) {
                return row.path("kind").asText();
            }
        }
        if (reading instanceof Opaque || text.contains("eyJ") || text.startsWith("ZXlK")) {
            return null;
        }
        boolean words =
                text.indexOf(' ') >= 0 || text.indexOf('\n') >= 0 || text.startsWith("<") || text.startsWith("{");
        boolean several = text.length() >= SHORTEST || text.split("\\s++", -1).length > 3;
        return words && several && TokensInText.unset(text) == null ? "a text without a token in it" : null;
    }

    /** Meant as a token and broken. */
    record Broken(String reason) implements TokenReading {}

    /** Reads any text; never fails. */
    static TokenReading of(Secret token) {
        String text = token.expose();
        if (text.isEmpty()) {
            return new Broken("there is no token: the text is empty");
        }
        String unset = TokensInText.unset(text);
        if (unset != null) {
            return new Broken("a variable was not set when the request was built: " + unset + " stands in its place");
        }
        if (text.charAt(0) == '{') {
            JsonNode shown = Json.readLeniently(text).node();
            return TokensInText.isClaims(shown)
                    ? new Decoded(JsonNodeFactory.instance.objectNode(), new Claims(shown))
                    : new Broken("it is JSON, and no claims of a token");
        }
        if (text.startsWith("eyJ") && (text.endsWith("...") || text.endsWith("\u2026"))) {
            return new Broken("it is cut off by the tool that printed it");
        }
        List<String> parts = List.of(text.split("\\.", -1));
        return switch (parts.size()) {
            case 1 -> single(text);
            case 3 -> decode(parts);
            case 5 ->
                object(parts.get(0)) instanceof ObjectNode header
                        ? new Encrypted(header)
                        : new Broken("its header is not a JSON object");
            case 2 -> new Broken("it has two parts where a signed token has three: its end is cut off");
            default -> new Broken("it has " + parts.size() + " parts where a signed token has three");
        };
    }

    private static TokenReading single(String text) {
        if (text.startsWith("eyJ")) {
            return new Broken("only the first of three parts is there: the rest is cut off");
        }
        if (text.startsWith("ZXlK")) {
            return new Broken("it is a token that was base64-encoded once more");
        }
        if (text.length() < SHORTEST) {
            return new Broken("it is too short for an access token: " + text.length() + " characters");
        }
        return text.matches("[!-~&&[^<>{}\\[\\]()\"'`\\\\,;:@?]]++")
                ? new Opaque(text.length())
                : new Broken("it holds characters that no access token holds");
    }

    private static TokenReading decode(List<String> parts) {
        JsonNode header = object(parts.get(0));
        JsonNode payload = object(parts.get(1));
        if (header != null && payload != null) {
            return new Decoded(header, new Claims(payload));
        }
        String name = header == null ? "header" : "payload";
        return new Broken(
                base64(parts.get(header == null ? 0 : 1)) == null
                        ? "its " + name + " is not base64url: characters were lost or changed"
                        : "its " + name + " is not a JSON object: it is cut off, or the text is no token");
    }

    private static @Nullable JsonNode object(String part) {
        byte[] bytes = base64(part);
        if (bytes == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = Json.read(text);
            return node.isObject() ? node : null;
        } catch (CharacterCodingException | JsonProcessingException e) {
            return null;
        }
    }

    private static byte @Nullable [] base64(String part) {
        try {
            // Some tools print the plain alphabet, with padding.
            String url = part.replace('+', '-').replace('/', '_').replace("=", "");
            return Base64.getUrlDecoder().decode(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
