package io.scimdoctor.catalog;

import io.scimdoctor.exchange.Slugged;

/**
 * What is known of the token beside an exchange; it narrows a 401 or 403 that the answer itself leaves open. Of several, the
 * first explains it best: what no token of the same kind would mend, then its times, then what only may be the reason.
 */
public enum TokenFact implements Slugged {
    WRONG_AUDIENCE(9),
    EXPIRED(8),
    NOT_YET_VALID(7),
    /** A user stands behind it. */
    DELEGATED(6),
    WRONG_TENANT(5),
    NO_OBJECT_ID(4),
    NO_ROLES(3),
    /** The operation is known, and the roles do not cover it. */
    ROLES_INSUFFICIENT(3),
    ROLES_SUFFICIENT(3);

    private final int rank;

    TokenFact(int rank) {
        this.rank = rank;
    }

    /** How much the fact adds to the weight of a rule, so that no two rules on one fact each are equal. */
    int rank() {
        return rank;
    }
}
