package io.scimdoctor.redact;

import io.scimdoctor.json.Resource;
import java.util.Locale;
import java.util.Map;

/**
 * What the value of a header field, or of a field of JSON or of a form, may show. The rows name the fields of this API's
 * schemas, messages and errors, and those of the token endpoint; one that is not listed shows nothing, and its own name
 * only when it consists of known words.
 */
enum Policy {
    /** A word of the protocol, such as an operation or a type. */
    WORD,
    /** A sentence: known words stay. */
    TEXT,
    NUMBER,
    URL,
    /** A URL that may lack its scheme. */
    ADDRESS,
    /** The path of a PATCH operation, or a filter. */
    PATH,
    /** A user principal name, a mail address or something that stands for one. */
    USER,
    NAME,
    PHONE,
    /** The name and version of a program. */
    PRODUCT,
    /** An id of a request, which is a GUID or made of hexadecimal digits. */
    IDENTIFIER,
    /** A reference of Microsoft's front end, of a form that it does not tell. */
    REFERENCE,
    /** Microsoft Graph's JSON note on which server answered. */
    DIAGNOSTIC,
    /** The scheme stays, what follows it is a secret. */
    CREDENTIALS,
    SECRET,
    UNKNOWN;

    private static final Map<String, String> HEADERS = Resource.rows(Policy.class, "headers.txt");
    private static final Map<String, String> FIELDS = Resource.rows(Policy.class, "fields.txt");

    static Policy ofHeader(String name) {
        return of(HEADERS, name);
    }

    static Policy ofField(String name) {
        return of(FIELDS, name);
    }

    private static Policy of(Map<String, String> rows, String name) {
        String policy = rows.get(name.toLowerCase(Locale.ROOT));
        return policy == null ? UNKNOWN : valueOf(policy);
    }
}
