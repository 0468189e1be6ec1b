package io.scimdoctor.redact;

import io.scimdoctor.json.Resource;
import java.util.Locale;

/**
 * The words that may be shown wherever they come from: those of Microsoft's documents on this API, of its schemas and
 * errors, and plain English. A name or a password of letters only is not among them.
 */
final class Vocabulary {
    private static final int MOST_PIECES = 8;
    private static final int MOST_SHORT_PIECES = 2;
    private static final int SHORT = 2;

    /** All words in lower case and in order, each between line ends: searched as it is, since building a set takes longer. */
    private final String words;

    private Vocabulary(String words) {
        this.words = words;
    }

    static Vocabulary load() {
        return Holder.VOCABULARY;
    }

    /** Whether it is a known word, or known words joined as in {@code userName} or {@code JSONWebToken}. */
    boolean knows(String letters) {
        if (letters.length() == 1 || isWord(letters.toLowerCase(Locale.ROOT))) {
            return true;
        }
        int start = 0;
        int pieces = 0;
        int tiny = 0;
        for (int i = 1; i <= letters.length(); i++) {
            if (i == letters.length() || startsPiece(letters, i)) {
                if (!isWord(letters.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return false;
                }
                tiny += i - start <= SHORT ? 1 : 0;
                pieces++;
                start = i;
            }
        }
        return pieces <= MOST_PIECES && tiny <= MOST_SHORT_PIECES;
    }

    /** Binary search over the lines. */
    boolean isWord(String word) {
        int low = 0;
        int high = words.length();
        while (low < high) {
            int start = words.lastIndexOf('\n', (low + high) / 2 - 1) + 1;
            int end = words.indexOf('\n', start);
            int order = word.compareTo(words.substring(start, end));
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

    private static boolean startsPiece(String letters, int at) {
        if (!Character.isUpperCase(letters.charAt(at))) {
            return false;
        }
        boolean afterLower = Character.isLowerCase(letters.charAt(at - 1));
        boolean beforeLower = at + 1 < letters.length() && Character.isLowerCase(letters.charAt(at + 1));
        return afterLower || beforeLower;
    }

    /** Read at first use. */
    private static final class Holder {
        static final Vocabulary VOCABULARY = new Vocabulary(Resource.text(Vocabulary.class, "words.txt"));
    }
}
