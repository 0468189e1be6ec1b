package io.scimdoctor.finding;

import io.scimdoctor.exchange.Slugged;

/**
 * Where a statement comes from.
 *
 * @param source the document or observation
 * @param date its date, {@code yyyy-mm-dd} or as precise as is known
 */
public record Basis(Kind kind, String source, String date) {
    /** Such as {@code documented: Microsoft Entra ID SCIM API reference, 2026-09-04}. */
    public String words() {
        return kind.slug() + ": " + source + ", " + date;
    }

    /** How well a statement is founded. */
    public enum Kind implements Slugged {
        /** Microsoft or an RFC says so. */
        DOCUMENTED,
        /** Somebody saw a real tenant or service do so. */
        OBSERVED,
        /** It follows from other facts, and nobody has confirmed it. */
        INFERRED;
    }
}
