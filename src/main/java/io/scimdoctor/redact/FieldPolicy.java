package io.scimdoctor.redact;

import java.util.Locale;
import java.util.Map;

/**
 * What the value of a JSON or form field may show. The names are those of the SCIM schemas of this API, of its messages
 * and errors, and of the token endpoint; a field that is not listed shows nothing.
 */
enum FieldPolicy {
    /** A word of the protocol, such as an operation or a type. */
    WORD,
    /** A sentence of the service. */
    TEXT,
    NUMBER,
    URL,
    /** The path of a PATCH operation, or a filter. */
    PATH,
    /** A user principal name, a mail address or something that stands for one. */
    USER,
    NAME,
    PHONE,
    SECRET,
    UNKNOWN;

    private static final Map<String, FieldPolicy> FIELDS = Map.ofEntries(
            // Messages (RFC 7644, section 3) and resources (RFC 7643, section 3)
            Map.entry("schemas", WORD),
            Map.entry("schema", WORD),
            Map.entry("op", WORD),
            Map.entry("type", WORD),
            Map.entry("resourcetype", WORD),
            Map.entry("scimtype", WORD),
            Map.entry("id", WORD),
            Map.entry("created", WORD),
            Map.entry("lastmodified", WORD),
            Map.entry("status", WORD),
            Map.entry("detail", TEXT),
            Map.entry("location", URL),
            Map.entry("$ref", URL),
            Map.entry("path", PATH),
            Map.entry("filter", PATH),
            Map.entry("totalresults", NUMBER),
            Map.entry("itemsperpage", NUMBER),
            Map.entry("startindex", NUMBER),
            Map.entry("count", NUMBER),
            // Errors of Microsoft Graph and of the directory workloads
            Map.entry("code", WORD),
            Map.entry("target", WORD),
            Map.entry("message", TEXT),
            Map.entry("date", WORD),
            Map.entry("request-id", WORD),
            Map.entry("client-request-id", WORD),
            Map.entry("requestid", WORD),
            Map.entry("clientrequestid", WORD),
            Map.entry("correlationid", WORD),
            Map.entry("@odata.context", URL),
            Map.entry("@odata.type", WORD),
            Map.entry("lang", WORD),
            // Token endpoint (RFC 6749, section 5, and Microsoft's additions)
            Map.entry("error", WORD),
            Map.entry("error_description", TEXT),
            Map.entry("error_codes", NUMBER),
            Map.entry("suberror", WORD),
            Map.entry("timestamp", WORD),
            Map.entry("trace_id", WORD),
            Map.entry("correlation_id", WORD),
            Map.entry("error_uri", URL),
            Map.entry("token_type", WORD),
            Map.entry("expires_in", NUMBER),
            Map.entry("ext_expires_in", NUMBER),
            Map.entry("grant_type", WORD),
            Map.entry("client_id", WORD),
            Map.entry("scope", URL),
            Map.entry("resource", URL),
            Map.entry("client_assertion_type", WORD),
            // Personal values
            Map.entry("username", USER),
            Map.entry("userprincipalname", USER),
            Map.entry("emails", USER),
            Map.entry("mail", USER),
            Map.entry("othermails", USER),
            Map.entry("proxyaddresses", USER),
            Map.entry("onpremisesuserprincipalname", USER),
            Map.entry("externalid", NAME),
            Map.entry("displayname", NAME),
            Map.entry("display", NAME),
            Map.entry("name", NAME),
            Map.entry("givenname", NAME),
            Map.entry("familyname", NAME),
            Map.entry("middlename", NAME),
            Map.entry("formatted", NAME),
            Map.entry("nickname", NAME),
            Map.entry("surname", NAME),
            Map.entry("mailnickname", NAME),
            Map.entry("onpremisessamaccountname", NAME),
            Map.entry("phonenumbers", PHONE),
            Map.entry("mobilephone", PHONE),
            Map.entry("businessphones", PHONE),
            // Secrets
            Map.entry("password", SECRET),
            Map.entry("passwordprofile", SECRET),
            Map.entry("client_secret", SECRET),
            Map.entry("client_assertion", SECRET),
            Map.entry("assertion", SECRET),
            Map.entry("access_token", SECRET),
            Map.entry("refresh_token", SECRET),
            Map.entry("id_token", SECRET),
            Map.entry("token", SECRET),
            Map.entry("secret", SECRET),
            Map.entry("secrettext", SECRET),
            Map.entry("claims", SECRET));

    static FieldPolicy of(String name) {
        return FIELDS.getOrDefault(name.toLowerCase(Locale.ROOT), UNKNOWN);
    }

    /** Whether a name is one of the listed, so that it may be shown itself. */
    static boolean lists(String name) {
        return FIELDS.containsKey(name.toLowerCase(Locale.ROOT));
    }
}
