package io.scimdoctor.scim;

import io.scimdoctor.exchange.Slugged;

/** The forms an answer's body takes on the way from the token endpoint, Microsoft Graph or the SCIM service. */
public enum Shape implements Slugged {
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
}
