package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Resource;
import java.util.Locale;
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
    private static final LatePattern HUMP = LatePattern.of("(?<=[a-z])(?=[A-Z])|(?=[A-Z][a-z])");

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

    static boolean isWord(String word) {
        return holds(WORDS, word);
    }

    /** Whether it is a name of this API, or begins or ends as its names do: {@code user.*}, {@code *.microsoft.com}. */
    static boolean isName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        int joint = dot < 0 ? lower.indexOf('_') : dot;
        int domain = lower.lastIndexOf('.', lower.lastIndexOf('.') - 1);
        return holds(Names.ALL, lower)
                || (joint > 0 && holds(Names.ALL, lower.substring(0, joint + 1) + "*"))
                || (domain > 0 && holds(Names.ALL, "*" + lower.substring(domain)));
    }

    /** Binary search over the lines. */
    private static boolean holds(String lines, String word) {
        int low = 0;
        int high = lines.length();
        while (low < high) {
            int start = lines.lastIndexOf('\n', (low + high) / 2 - 1) + 1;
            int end = lines.indexOf('\n', start);
            int order = word.compareTo(lines.substring(start, end));
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

    /** What most texts do not need, read on first use. */
    private static final class Names {
        static final String ALL = Resource.latin(Vocabulary.class, "names.txt");
    }
}
