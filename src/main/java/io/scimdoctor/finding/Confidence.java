package io.scimdoctor.finding;

import io.scimdoctor.exchange.Slugged;

/** How sure the diagnosis is; the first is the surest. */
public enum Confidence implements Slugged {
    CERTAIN,
    LIKELY,
    POSSIBLE;
}
