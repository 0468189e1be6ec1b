package io.scimdoctor.finding;

/** How a check or a whole run ended. */
public enum Status {
    PASS,
    WARN,
    FAIL,
    SKIP,
    UNKNOWN
}
