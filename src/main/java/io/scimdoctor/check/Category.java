package io.scimdoctor.check;

/** The part of the way from this machine to the data that a check looks at. */
public enum Category {
    CONFIGURATION,
    TOKEN,
    NETWORK,
    SERVICE,
    DATA
}
