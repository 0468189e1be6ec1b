package io.scimdoctor.redact;

import java.util.Map;
import java.util.Set;

/**
 * Which claims of a token may be shown, and what they mean. Source: "Access token claims reference", Microsoft identity
 * platform (2023-05-26). A claim that is not listed shows its name and nothing else.
 */
public final class ClaimPolicy {
    private static final int TOKEN_ID = 22;
    private static final int THUMBPRINT = 27;
    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("aud", "audience: the API that the token is for"),
            Map.entry("iss", "issuer"),
            Map.entry("iat", "issued at"),
            Map.entry("nbf", "not valid before"),
            Map.entry("exp", "expires"),
            Map.entry("appid", "application (client) id"),
            Map.entry("azp", "application (client) id"),
            Map.entry("appidacr", "how the application proved itself: 0 public, 1 secret, 2 certificate"),
            Map.entry("azpacr", "how the application proved itself: 0 public, 1 secret, 2 certificate"),
            Map.entry("idtyp", "app or user"),
            Map.entry("oid", "object id of the service principal"),
            Map.entry("sub", "subject"),
            Map.entry("tid", "tenant id"),
            Map.entry("roles", "application permissions"),
            Map.entry("scp", "delegated permissions"),
            Map.entry("wids", "directory roles"),
            Map.entry("ver", "token version"),
            Map.entry("xms_cc", "client capabilities: cp1 takes claims challenges"),
            Map.entry("tenant_region_scope", "region of the tenant"),
            Map.entry("xms_tcdt", "creation time of the tenant"),
            Map.entry("uti", "token id, for a support ticket"));
    private static final Map<String, String> SHOWN_HEADERS = Map.of(
            "typ", "kind of token",
            "alg", "signature algorithm",
            "kid", "key id",
            "x5t", "certificate thumbprint",
            "enc", "content encryption",
            "zip", "compression");

    /** Names of claims whose values stay hidden, because they are opaque, personal or of no use here. */
    private static final Set<String> NAMED = Set.of(
            "acct",
            "acr",
            "aio",
            "amr",
            "app_displayname",
            "deviceid",
            "email",
            "family_name",
            "given_name",
            "groups",
            "idp",
            "in_corp",
            "ipaddr",
            "name",
            "nonce",
            "onprem_sid",
            "platf",
            "preferred_username",
            "puid",
            "pwd_exp",
            "pwd_url",
            "rh",
            "sid",
            "signin_state",
            "unique_name",
            "upn",
            "xms_ftd",
            "xms_idrel",
            "xms_mirid",
            "xms_rd",
            "xms_st",
            "xms_tdbr",
            "xms_sub_fct",
            "xms_act_fct");

    private ClaimPolicy() {}

    /** The name of a claim or header field as it may be shown: one that Microsoft does not use may be anything. */
    public static String name(String name) {
        boolean known = SHOWN.containsKey(name) || SHOWN_HEADERS.containsKey(name) || NAMED.contains(name);
        return known ? name : Redactor.text(name);
    }

    /** What a claim means, or an empty text when it is not on the list. */
    public static String meaning(String claim) {
        return SHOWN.getOrDefault(claim, "");
    }

    /** What a header field means, or an empty text when it is not on the list. */
    public static String headerMeaning(String name) {
        return SHOWN_HEADERS.getOrDefault(name, "");
    }

    /** Whether a claim is a point in time. */
    public static boolean isTime(String claim) {
        return claim.equals("iat") || claim.equals("nbf") || claim.equals("exp");
    }

    /** The value of a claim as it may be shown. */
    public static String value(String claim, String value) {
        if (!SHOWN.containsKey(claim)) {
            return Redactor.MASK;
        }
        if (claim.equals("xms_tcdt") || claim.equals("tenant_region_scope")) {
            return isShort(value) ? value : Redactor.MASK;
        }
        boolean opaque = claim.equals("uti");
        return opaque ? opaque(value, TOKEN_ID) : Redactor.text(value);
    }

    /** The value of a header field as it may be shown; the nonce is not. */
    public static String headerValue(String name, String value) {
        if (!SHOWN_HEADERS.containsKey(name)) {
            return Redactor.MASK;
        }
        boolean opaque = name.equals("kid") || name.equals("x5t");
        return opaque ? opaque(value, THUMBPRINT) : Redactor.text(value);
    }

    /** A time in seconds, or the two or three letters of a region. */
    private static boolean isShort(String value) {
        return value.matches("[0-9]{1,10}|[A-Z]{2,3}");
    }

    /** Microsoft's token ids are base64url of 16 bytes and its key ids of 20 (SHA-1); they open nothing. */
    private static String opaque(String value, int length) {
        boolean plain = value.length() == length;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
        }
        return plain ? value : Redactor.MASK;
    }
}
