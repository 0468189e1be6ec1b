package io.scimdoctor.redact;

import io.scimdoctor.exchange.Slugged;

/**
 * Gives personal values stand-ins such as {@code user-1@domain-1}: the same value always gets the same one, so that a
 * reader can follow it without learning it.
 */
public interface Pseudonyms {
    /**
     * Gives every value the same mask, where nothing has to be followed. A class, because a lambda would cost each
     * start.
     */
    Pseudonyms NONE = new Pseudonyms() {
        @Override
        public String of(Kind kind, String value) {
            return Redactor.MASK;
        }
    };

    /** What a value is. The word of each, a dash and a number make a pseudonym. */
    enum Kind implements Slugged {
        USER,
        DOMAIN,
        NAME,
        PHONE,
        ID
    }

    /** The stand-in of a value. Case does not matter. */
    String of(Kind kind, String value);
}
