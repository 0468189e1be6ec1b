package io.scimdoctor.finding;

/** How sure the diagnosis is; the first is the surest. */
public enum Confidence {
    CERTAIN,
    LIKELY,
    POSSIBLE
}
