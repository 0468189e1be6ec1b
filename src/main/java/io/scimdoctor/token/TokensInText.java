package io.scimdoctor.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds tokens, or the claims of one, in a text that is more than a token. */
final class TokensInText {
    private static final Patterns FORMS = Resource.patterns(TokensInText.class, "tokens.patterns");
    private static final LatePattern TOKEN = LatePattern.of(FORMS.get("TOKEN"));
    private static final LatePattern CUT = LatePattern.of(FORMS.get("CUT"));
    private static final LatePattern ENCODED = LatePattern.of(FORMS.get("ENCODED"));
    private static final LatePattern PIECE = LatePattern.of(FORMS.get("PIECE"));
    private static final LatePattern UNSET = LatePattern.of(FORMS.get("UNSET"));
    private static final LatePattern CLAIM = LatePattern.of(FORMS.get("CLAIM"));
    private static final LatePattern ROLE = LatePattern.of(FORMS.get("ROLE"));
    private static final LatePattern DATE = LatePattern.of(FORMS.get("DATE"));

    /** So long is what {@code UNSET} finds at most. */
    private static final int LONGEST_BLANK = 83;

    /** Objects that are not closed are looked into no further than so many times. */
    private static final int MOST_OPEN = 8;

    private static final Set<String> CLAIMS = Set.copyOf(FORMS.words("NAMES"));
    private static final int FEWEST_CLAIMS = 3;

    private TokensInText() {}

    /** The one that looks most like an access token for Microsoft Graph; empty when none can be read. */
    static String access(String text) {
        String best = "";
        int most = 0;
        Matcher matcher = TOKEN.matcher(ENCODED.matcher(text).replaceAll(TokensInText::decoded));
        while (matcher.find()) {
            int rank = rank(TokenReading.of(new Secret(matcher.group())));
            if (rank > most) {
                best = matcher.group();
                most = rank;
            }
        }
        return best;
    }

    /** The beginning of a token that the tool which printed it has cut off; empty when there is none. */
    static String cut(String text) {
        Matcher cut = CUT.matcher(text);
        return cut.find() ? cut.group(1) + "..." : "";
    }

    private static int rank(TokenReading reading) {
        if (!(reading instanceof TokenReading.Decoded decoded)) {
            return 0;
        }
        Claims claims = decoded.claims();
        boolean graph = claims.audiences().stream()
                .anyMatch(audience -> audience.contains("graph") || audience.startsWith("00000003-0000-0000-c000"));
        boolean access = claims.has("appid") || claims.has("scp") || claims.has("idtyp") || claims.has("roles");
        return 1 + (access ? 1 : 0) + (graph ? 2 : 0);
    }

    private static String decoded(MatchResult encoded) {
        String text = encoded.group();
        return Matcher.quoteReplacement(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.ISO_8859_1));
    }

    /** The text without what mail programs put around and into its lines. */
    static String withoutMail(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (String line :
                text.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=").split("\n")) {
            String rest = line.replaceFirst("^[>\\s]++", "").stripTrailing();
            // A line of nothing but a token's characters goes on in the next one.
            plain.append(rest).append(PIECE.matcher(rest).find() ? "" : "\n");
        }
        return plain.toString();
    }

    /** The claims alone, as decoders show them: an object, or a table of names and values; empty when there are none. */
    static String claims(String text) {
        int open = 0;
        for (int at = text.indexOf('{'); at >= 0 && open < MOST_OPEN; at = text.indexOf('{', at + 1)) {
            int end = Json.end(text, at);
            open += end < 0 ? 1 : 0;
            JsonNode node = end < 0
                    ? JsonNodeFactory.instance.objectNode()
                    : Json.readLeniently(text.substring(at, end)).node();
            JsonNode claims = isClaims(node) ? node : node.path("payload");
            if (isClaims(claims)) {
                return JsonWriter.compactText(claims);
            }
            at = end < 0 ? at : end - 1;
        }
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        Matcher claim = CLAIM.matcher(text);
        while (claim.find()) {
            String name = (claim.group(1) == null ? claim.group(2) : claim.group(1)).toLowerCase(Locale.ROOT);
            Matcher role = ROLE.matcher(claim.group(3));
            while (name.equals("roles") && role.find()) {
                table.withArray("roles").add(role.group());
            }
            if (!name.equals("roles") && !table.has(name)) {
                value(table, name, claim.group(3).replaceFirst("^[\"'\\[({\\s]++", ""));
            }
        }
        return isClaims(table) ? JsonWriter.compactText(table) : "";
    }

    private static void value(ObjectNode table, String name, String value) {
        Matcher date = DATE.matcher(value);
        Instant time = Times.parse(date.lookingAt() ? date.replaceFirst("---, $2 $1 $3") : value.strip());
        String first = value.split("[,\\s]", 2)[0];
        if (time != null && name.length() == 3) {
            int offset = date.lookingAt() ? ZoneOffset.of(date.group(4)).getTotalSeconds() : 0;
            table.put(name, time.getEpochSecond() - offset);
        } else {
            table.put(name, first);
        }
    }

    static boolean isClaims(JsonNode node) {
        return CLAIMS.stream().filter(node::has).count() >= FEWEST_CLAIMS && (node.has("aud") || node.has("iss"));
    }

    /** What stands where a script has not put the token, or null. */
    static @Nullable String unset(String text) {
        return text.length() <= LONGEST_BLANK && UNSET.matcher(text).matches() ? text : null;
    }
}
