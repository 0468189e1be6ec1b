package io.scimdoctor.catalog;

import io.scimdoctor.exchange.Slugged;

/**
 * What is known of the token beside an exchange; it narrows a 401 or 403 that the answer itself leaves open. Of several, the
 * first explains it best: what no token of the same kind would mend, then its times, then what only may be the reason.
 */
public enum TokenFact implements Slugged {
    WRONG_AUDIENCE,
    EXPIRED,
    NOT_YET_VALID,
    /** A user stands behind it. */
    DELEGATED,
    WRONG_TENANT,
    NO_OBJECT_ID,
    NO_ROLES,
    /** The operation is known, and the roles do not cover it. */
    ROLES_INSUFFICIENT,
    ROLES_SUFFICIENT;

    /** How much the fact adds to the weight of a rule, so that no two rules on one fact each are equal. */
    int rank() {
        return Math.max(3, 9 - compareTo(WRONG_AUDIENCE));
    }
}
