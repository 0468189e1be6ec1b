package io.scimdoctor.finding;

import io.scimdoctor.exchange.Slugged;

/** How bad a finding is; the first is the worst. */
public enum Severity implements Slugged {
    FAIL,
    WARN,
    INFO;
}
