package io.scimdoctor.finding;

/**
 * Where a statement comes from.
 *
 * @param source the document or observation
 * @param date its date, {@code yyyy-mm-dd} or as precise as is known
 */
public record Basis(Kind kind, String source, String date) {
    /** How well a statement is founded. */
    public enum Kind {
        /** Microsoft or an RFC says so. */
        DOCUMENTED,
        /** Somebody saw a real tenant or service do so. */
        OBSERVED,
        /** It follows from other facts, and nobody has confirmed it. */
        INFERRED
    }
}
