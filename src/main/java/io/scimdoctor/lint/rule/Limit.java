package io.scimdoctor.lint.rule;

import io.scimdoctor.exchange.Slugged;

/** How much of something the API takes. */
public enum Limit implements Slugged {
    MEMBERS_ADDED(20, "members added in one request"),
    USERS_IN_A_PAGE(999, "users in one page"),
    GROUPS_IN_A_PAGE(1_000, "groups in one page"),
    /**
     * Of one application in one tenant, in 150 seconds. Source: Microsoft Graph service-specific throttling limits, identity
     * and access; how calls to the SCIM API count is not published.
     */
    WRITES(3_000, "writes in 150 seconds by one application in one tenant");

    private final int most;
    private final String words;

    Limit(int most, String words) {
        this.most = most;
        this.words = words;
    }

    public int most() {
        return most;
    }

    /** What is counted. */
    public String words() {
        return words;
    }
}
