package io.scimdoctor.finding;

/** Who reads what is written. */
public enum Audience {
    /** The person at this terminal: what is theirs is shown as it is, but for secrets. */
    SEEN,
    /** Everybody else: what is not known to be harmless is masked. */
    HANDED_ON
}
