package io.scimdoctor.redact;

import io.scimdoctor.json.Resource;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that may be shown wherever they come from: those of Microsoft's documents on this API, of its schemas and
 * errors, and plain English. A name or a password of letters only is not among them.
 */
final class Vocabulary {
    /** In lower case and in order, each between line ends: searched as it is, since building a set takes longer. */
    private static final String WORDS = Resource.latin(Vocabulary.class, "words.txt");

    private static final int MOST_PIECES = 8;
    private static final int MOST_SHORT_PIECES = 2;
    private static final int SHORT = 2;
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?=[A-Z][a-z])");

    private Vocabulary() {}

    /** Whether it is a known word, or known words joined as in {@code userName} or {@code JSONWebToken}. */
    static boolean knows(String letters) {
        if (letters.length() == 1 || isWord(letters.toLowerCase(Locale.ROOT))) {
            return true;
        }
        String[] pieces = HUMP.split(letters);
        return pieces.length <= MOST_PIECES
                && Stream.of(pieces).allMatch(piece -> isWord(piece.toLowerCase(Locale.ROOT)))
                && Stream.of(pieces).filter(piece -> piece.length() <= SHORT).count() <= MOST_SHORT_PIECES;
    }

    /** Binary search over the lines. */
    static boolean isWord(String word) {
        int low = 0;
        int high = WORDS.length();
        while (low < high) {
            int start = WORDS.lastIndexOf('\n', (low + high) / 2 - 1) + 1;
            int end = WORDS.indexOf('\n', start);
            int order = word.compareTo(WORDS.substring(start, end));
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                high = start;
            } else {
                low = end + 1;
            }
        }
        return false;
    }
}
