package io.scimdoctor.redact;

import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Resource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of a token may be shown, and what they mean. Source: "Access token claims reference", Microsoft identity
 * platform (2023-05-26). A claim that is not listed shows its name and nothing else.
 */
public final class ClaimPolicy {
    /** What each claim means; one without a meaning stays hidden. Before the name of a header's field stands a colon. */
    private static final Map<String, String> MEANINGS = Resource.rows(ClaimPolicy.class, "claims.txt");

    /** Opaque values that may open something. */
    private static final Set<String> OPENING = Set.of("nonce", "aio", "rh", "sid");

    private ClaimPolicy() {}

    /** The name of a claim or header field for both audiences: one that Microsoft does not use may be anything. */
    public static Told name(String name) {
        return MEANINGS.containsKey(name) || MEANINGS.containsKey(":" + name) ? Told.own(name) : Redactor.told(name);
    }

    /** The value of a claim or header field for both audiences. Only who holds the token sees one that is not listed. */
    public static Told told(String name, String value, boolean inHeader) {
        String claim = inHeader ? ":" + name : name;
        String shape = shape(claim);
        boolean alike = OPENING.contains(name)
                || (meaning(claim).isEmpty() ? Redactor.namesSecret(name) : shape != null && value.matches(shape));
        return new Told(value, all -> alike ? value(claim, all) : Redactor.seen(all), all -> value(claim, all));
    }

    /** What a claim means, or a header field behind a colon; empty when it is not on the list. */
    public static String meaning(String claim) {
        return MEANINGS.getOrDefault(claim, "");
    }

    /** Whether a claim is a point in time. */
    public static boolean isTime(String claim) {
        return claim.equals("iat") || claim.equals("nbf") || claim.equals("exp");
    }

    /** The value of a claim as it may be shown. */
    public static String value(String claim, String value) {
        String shape = shape(claim);
        if (meaning(claim).isEmpty() || (shape != null && !value.matches(shape))) {
            return Redactor.MASK;
        }
        return shape == null ? Redactor.text(value) : value;
    }

    /** How a claim looks whose values no list of words knows, or null. */
    private static @Nullable String shape(String claim) {
        return switch (claim) {
            // A time in seconds, or the two or three letters of a region.
            case "xms_tcdt", "tenant_region_scope" -> "[0-9]{1,10}|[A-Z]{2,3}";
            // Microsoft's token ids are base64url of 16 bytes and its key ids of 20 (SHA-1); they open nothing.
            case "uti" -> "[\\w-]{22}";
            case ":kid", ":x5t" -> "[\\w-]{27}";
            default -> null;
        };
    }
}
