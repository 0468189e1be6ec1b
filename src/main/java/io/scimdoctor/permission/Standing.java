package io.scimdoctor.permission;

import io.scimdoctor.exchange.Slugged;

/** Whether a set of application roles is enough for an operation; the first is the surest. */
public enum Standing implements Slugged {
    /** The documentation lists these roles, or a subset of them. */
    ALLOWED,
    /** One page of the documentation lists them, and another one asks for more. */
    DISPUTED,
    /** Nothing lists them; similar facts speak for them. */
    PROBABLE,
    /** Not enough. */
    DENIED;
}
