package io.scimdoctor.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an access token, read tolerantly: times as number, text or with decimals, lists as array or as one value.
 * Source: "Access token claims reference", Microsoft identity platform; RFC 7519, section 4.1.
 */
public final class Claims {
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

    private final JsonNode json;

    public Claims(JsonNode json) {
        this.json = json;
    }

    /** The claims of the token that a request was sent with, if it was recorded and can be read. */
    public static @Nullable Claims of(SentRequest request) {
        String authorization = request.headers().first("authorization").orElse("");
        return !authorization.isEmpty()
                        && TokenReading.of(PastedToken.of(authorization).token())
                                instanceof TokenReading.Decoded decoded
                ? decoded.claims()
                : null;
    }

    public JsonNode json() {
        return json;
    }

    /** The names of all claims, in the order of the token. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The values of a claim; one value counts as a list of one, and an object as none. */
    public List<String> values(String name) {
        JsonNode value = json.path(name);
        return value.isArray() ? list(name) : value.isValueNode() ? List.of(value.asText()) : List.of();
    }

    /** A claim as text, or null when it is absent or no text. */
    public @Nullable String text(String name) {
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** A claim as a list of texts; one text counts as a list of one. */
    public List<String> list(String name) {
        JsonNode value = json.path(name);
        return value.isArray() ? Json.strings(value) : value.isTextual() ? List.of(value.asText()) : List.of();
    }

    /** A NumericDate (RFC 7519, section 2), or null when it is absent, no number, or beyond the year 9999. */
    public @Nullable Instant time(String name) {
        JsonNode value = json.path(name);
        if (!value.isNumber() && !value.isTextual()) {
            return null;
        }
        try {
            BigDecimal seconds = new BigDecimal(value.asText().trim());
            boolean representable = seconds.signum() >= 0 && seconds.compareTo(LAST_SECOND) <= 0;
            return representable ? Instant.ofEpochSecond(seconds.longValue()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    boolean has(String name) {
        return json.has(name);
    }

    /** The application permissions. */
    public Set<String> roles() {
        return new TreeSet<>(list("roles"));
    }

    public List<String> audiences() {
        return list("aud");
    }

    /** Whose token it is: the tenant, the application, and the managed identity and national cloud if it is one's. */
    public List<Evidence> whose() {
        List<Evidence> whose = new ArrayList<>();
        String[][] known = {
            {"token tenant", text("tid")},
            {"token application", application()},
            {"managed identity", managedIdentity()},
            {"service principal", managedIdentity() != null || isDelegated() ? null : text("oid")},
            {"graph host", Cloud.nationalGraph(String.join(" ", audiences()), String.valueOf(text("iss")))}
        };
        for (String[] fact : known) {
            if (fact[1] != null) {
                whose.add(new Evidence(fact[0], Redactor.told(fact[1])));
            }
        }
        return whose;
    }

    /** The object of a managed identity, which has no app registration, or null for any other caller. */
    public @Nullable String managedIdentity() {
        return text("xms_mirid") == null ? null : text("oid");
    }

    /** The client id, under the name that the token's version gives it. */
    public @Nullable String application() {
        String v1 = text("appid");
        return v1 == null ? text("azp") : v1;
    }

    /** The tenant that the issuer names, or null. */
    public @Nullable String issuerTenant() {
        String issuer = String.valueOf(text("iss"));
        for (String segment : issuer.split("/")) {
            if (ScimUrl.isGuid(segment)) {
                return segment;
            }
        }
        return null;
    }

    /** Whether a user stands behind the token: then it holds delegated permissions, which this API does not accept. */
    public boolean isDelegated() {
        return !"app".equals(text("idtyp"))
                && (has("scp")
                        || "user".equals(text("idtyp"))
                        || has("upn")
                        || has("unique_name")
                        || has("preferred_username"));
    }

    /** Such as {@code in 58 min} or {@code 3 d ago}. */
    public static String relative(Instant time, Instant now) {
        Duration distance = Duration.between(now, time);
        return distance.isNegative() ? span(distance.negated()) + " ago" : "in " + span(distance);
    }

    /** Such as {@code 45 s}, {@code 58 min} or {@code 27 h}. */
    public static String span(Duration span) {
        long minutes = span.abs().toMinutes();
        if (minutes < 120) {
            return minutes < 2 ? span.toSeconds() + " s" : span.toMinutes() + " min";
        }
        return minutes < 2880 ? span.toHours() + " h" : span.toDays() + " d";
    }
}
