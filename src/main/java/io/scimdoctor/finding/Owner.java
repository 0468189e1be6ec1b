package io.scimdoctor.finding;

import java.util.Locale;

/** Who must act. */
public enum Owner {
    CALLER("the developer or operator of the calling application"),
    APPLICATION_ADMINISTRATOR("an Application Administrator of the tenant"),
    BILLING_ADMINISTRATOR("a Billing Administrator of the tenant"),
    IDENTITY_ADMINISTRATOR("an identity administrator of the tenant"),
    NETWORK("whoever runs the network, proxy or firewall in between"),
    MICROSOFT_SUPPORT("Microsoft, through a support ticket");

    private final String person;
    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Owner(String person) {
        this.person = person;
    }

    /** The value in JSON, such as {@code billing-administrator}. */
    public String slug() {
        return slug;
    }

    /** The owner as a sentence names them. */
    public String person() {
        return person;
    }
}
