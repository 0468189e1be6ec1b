package io.scimdoctor.check;

import io.scimdoctor.exchange.Slugged;

/** The part of the way from this machine to the data that a check looks at. */
public enum Category implements Slugged {
    CONFIGURATION,
    TOKEN,
    NETWORK,
    SERVICE,
    DATA;
}
