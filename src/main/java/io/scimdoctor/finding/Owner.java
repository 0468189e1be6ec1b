package io.scimdoctor.finding;

import io.scimdoctor.exchange.Slugged;

/** Who must act. */
public enum Owner implements Slugged {
    CALLER("Application owner"),
    APPLICATION_ADMINISTRATOR("Application Administrator"),
    /** Only this role may consent to application permissions of Microsoft Graph (Grant admin consent, 2024-11-29). */
    PRIVILEGED_ROLE_ADMINISTRATOR("Privileged Role Administrator"),
    BILLING_ADMINISTRATOR("Billing Administrator"),
    IDENTITY_ADMINISTRATOR("Identity administrator"),
    NETWORK("Network team"),
    MICROSOFT_SUPPORT("Microsoft support");

    private final String person;

    Owner(String person) {
        this.person = person;
    }

    /** Whether the owner works in the tenant. */
    public boolean isInTenant() {
        return this != CALLER && this != NETWORK && this != MICROSOFT_SUPPORT;
    }

    /** The owner by a short name, such as {@code Application owner}. */
    public String person() {
        return person;
    }
}
