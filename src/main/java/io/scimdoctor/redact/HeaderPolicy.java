package io.scimdoctor.redact;

import java.util.Locale;
import java.util.Map;

/**
 * Which header fields may be kept, and in what form. A field that is not listed keeps nothing but its name, and that only
 * when it consists of known words.
 */
enum HeaderPolicy {
    /** A sentence: known words stay. */
    TEXT,
    /** The name and version of a program. */
    PRODUCT,
    URL,
    /** An id of a request, which is a GUID or made of hexadecimal digits. */
    IDENTIFIER,
    /** A reference of Microsoft's front end, of a form that it does not tell. */
    REFERENCE,
    /** Microsoft Graph's JSON note on which server answered. */
    DIAGNOSTIC,
    /** The scheme stays, what follows it is a secret. */
    CREDENTIALS,
    /** A secret as a whole. */
    SECRET,
    /** Nothing is known of it. */
    UNKNOWN;

    private static final Map<String, HeaderPolicy> FIELDS = Map.ofEntries(
            Map.entry("accept", TEXT),
            Map.entry("accept-charset", TEXT),
            Map.entry("accept-encoding", TEXT),
            Map.entry("accept-language", TEXT),
            Map.entry("access-control-allow-origin", TEXT),
            Map.entry("access-control-expose-headers", TEXT),
            Map.entry("age", TEXT),
            Map.entry("allow", TEXT),
            Map.entry("cache-control", TEXT),
            Map.entry("connection", TEXT),
            Map.entry("consistencylevel", TEXT),
            Map.entry("content-encoding", TEXT),
            Map.entry("content-language", TEXT),
            Map.entry("content-length", TEXT),
            Map.entry("content-type", TEXT),
            Map.entry("date", TEXT),
            Map.entry("expires", TEXT),
            Map.entry("keep-alive", TEXT),
            Map.entry("last-modified", TEXT),
            Map.entry("odata-version", TEXT),
            Map.entry("pragma", TEXT),
            Map.entry("prefer", TEXT),
            Map.entry("preference-applied", TEXT),
            Map.entry("proxy-authenticate", TEXT),
            Map.entry("proxy-connection", TEXT),
            Map.entry("proxy-status", TEXT),
            Map.entry("retry-after", TEXT),
            Map.entry("return-client-request-id", TEXT),
            Map.entry("strict-transport-security", TEXT),
            Map.entry("te", TEXT),
            Map.entry("transfer-encoding", TEXT),
            Map.entry("vary", TEXT),
            Map.entry("www-authenticate", TEXT),
            Map.entry("x-cache", TEXT),
            Map.entry("x-content-type-options", TEXT),
            Map.entry("x-frame-options", TEXT),
            Map.entry("x-ms-ests-server", TEXT),
            Map.entry("x-ms-resource-unit", TEXT),
            Map.entry("x-ms-throttle-information", TEXT),
            Map.entry("x-ms-throttle-limit-percentage", TEXT),
            Map.entry("x-ms-throttle-priority", TEXT),
            Map.entry("x-ms-throttle-scope", TEXT),
            Map.entry("x-squid-error", TEXT),
            Map.entry("server", PRODUCT),
            Map.entry("user-agent", PRODUCT),
            Map.entry("via", PRODUCT),
            Map.entry("sdkversion", PRODUCT),
            Map.entry("x-powered-by", PRODUCT),
            Map.entry("content-location", URL),
            Map.entry("host", URL),
            Map.entry("location", URL),
            Map.entry("origin", URL),
            Map.entry("referer", URL),
            Map.entry("client-request-id", IDENTIFIER),
            Map.entry("request-id", IDENTIFIER),
            Map.entry("traceparent", IDENTIFIER),
            Map.entry("x-azure-ref", REFERENCE),
            Map.entry("x-ms-client-request-id", IDENTIFIER),
            Map.entry("x-ms-correlation-id", IDENTIFIER),
            Map.entry("x-ms-request-id", IDENTIFIER),
            Map.entry("x-ms-ags-diagnostic", DIAGNOSTIC),
            Map.entry("authorization", CREDENTIALS),
            Map.entry("proxy-authorization", CREDENTIALS),
            Map.entry("cookie", SECRET),
            Map.entry("set-cookie", SECRET),
            Map.entry("x-api-key", SECRET),
            Map.entry("x-functions-key", SECRET),
            Map.entry("ocp-apim-subscription-key", SECRET));

    static HeaderPolicy of(String name) {
        return FIELDS.getOrDefault(name.toLowerCase(Locale.ROOT), UNKNOWN);
    }
}
