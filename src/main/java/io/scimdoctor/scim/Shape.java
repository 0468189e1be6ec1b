package io.scimdoctor.scim;

import java.util.Locale;

/** The forms an answer's body takes on the way from the token endpoint, Microsoft Graph or the SCIM service. */
public enum Shape {
    /** A SCIM message (RFC 7644, section 3.12). */
    SCIM,
    /** Microsoft Graph's error object. */
    GRAPH,
    /** An OAuth 2.0 error (RFC 6749, section 5.2). */
    OAUTH,
    /** The error of the retired directory API. */
    ODATA,
    HTML,
    TEXT,
    /** JSON of no known form. */
    JSON,
    EMPTY;

    /** The name in the catalogue's match rules. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
