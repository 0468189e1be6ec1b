package io.scimdoctor.permission;

/** Whether a set of application roles is enough for an operation. */
public enum Verdict {
    /** The documentation lists these roles, or a subset of them. */
    ALLOWED,
    /** Microsoft Graph accepts them for the same data, but the SCIM documentation does not list them. */
    PROBABLE,
    /** Not enough. */
    DENIED
}
