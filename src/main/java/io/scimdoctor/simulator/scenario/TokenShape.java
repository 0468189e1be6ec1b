package io.scimdoctor.simulator.scenario;

import io.scimdoctor.exchange.Slugged;

/** What is right or wrong with the access token that a scenario's token endpoint hands out. */
public enum TokenShape implements Slugged {
    GOOD,
    UNPARSEABLE,
    EXPIRED,
    NOT_YET_VALID,
    WRONG_AUDIENCE,
    WRONG_TENANT,
    DELEGATED,
    BAD_SIGNATURE,
    /** Without an {@code oid}: no service principal stands behind it. */
    WITHOUT_PRINCIPAL
}
