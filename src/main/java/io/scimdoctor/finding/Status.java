package io.scimdoctor.finding;

import io.scimdoctor.exchange.Slugged;

/** How a check or a whole run ended. */
public enum Status implements Slugged {
    PASS,
    WARN,
    FAIL,
    SKIP,
    UNKNOWN;
}
