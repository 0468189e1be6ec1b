package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Sieve;
import io.scimdoctor.json.Resource;

/** Tells a line that describes what a call may answer, or asks for it in a program, from what a client printed. */
final class Described {
    /** What a page, a comment or a commit says: in general, or of another time. */
    private static final Sieve GENERAL = new Sieve("(?i)" + Resource.anyOf(Described.class, "described.txt"));

    /** A statement, or the call of a function that ends one. */
    private static final Sieve CODE = new Sieve(Resource.anyOf(Described.class, "statements.txt"));

    /** The bar of a chart behind its label. */
    private static final Sieve BAR = new Sieve(PrintedError.FORMS.get("BAR"));

    /** What all bars are drawn with. */
    private static final Sieve DRAWN = new Sieve("[\\u2580-\\u2593\\u25A0]{2}|#{4}|\\*{4}|={5}|[xX]{5}");

    private Described() {}

    static boolean isIn(String line) {
        return GENERAL.isIn(line) || CODE.isIn(line) || (DRAWN.isIn(line) && BAR.isIn(line));
    }
}
