package io.scimdoctor.catalog;

import java.util.Locale;

/** What is known of the token beside an exchange; it narrows a 401 or 403 that the answer itself leaves open. */
public enum TokenFact {
    EXPIRED,
    NOT_YET_VALID,
    WRONG_AUDIENCE,
    DELEGATED,
    NO_ROLES,
    ROLES_SUFFICIENT,
    WRONG_TENANT,
    NO_OBJECT_ID;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in the catalogue's match rules. */
    public String slug() {
        return slug;
    }
}
