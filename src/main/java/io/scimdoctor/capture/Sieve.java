package io.scimdoctor.capture;

import io.scimdoctor.exchange.LatePattern;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a pattern finds, but tries it only where the next three characters let it begin, in a word or not. Which ones do
 * the pattern tells itself, when they are met first: a try that fails before their end would fail whatever followed.
 */
public final class Sieve {
    private static final int ASCII = 128;
    private static final int PAIRS = ASCII * ASCII;

    /** To learn what begins pays for itself in logs only: so many characters are searched without. */
    private static final int UNLEARNED = 10_000;

    /** What may stand in front of a beginning: nothing, a dot or the end of a line, or the part of a word. */
    private static final String[][] BEFORE = {{"\0", ".", "\n"}, {"a", "A", "0", "_"}};

    /** Where the pairs behind a character are. */
    private static final int[] BEHIND = new int[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            BEHIND[c] = Character.isLetterOrDigit(c) || c == '_' ? PAIRS : 0;
        }
    }

    /** With groups, classes and escapes in it; a group in a group is enough. */
    private static final LatePattern LOOK_BEHIND = LatePattern.of(
            "\\(\\?<=(?:{0}|\\((?:{0})*+\\))*+\\)".replace("{0}", "[^()\\\\\\[]|\\\\.|\\[(?:[^\\]\\\\]|\\\\.)*+\\]"));

    private final LatePattern pattern;
    /** The same without what it demands to stand before it, of which a try knows no more than one character. */
    private @Nullable LatePattern beginning;

    private final String regex;
    /**
     * For each pair, outside of words and then within, -1 when no match begins with it, 0 until it is met, else which of the
     * pairs it is that may begin one. The last of these is all those for which there is no room.
     */
    private final byte[] begins = new byte[2 * PAIRS];

    /** For each pair that may begin a match, what is known of each character behind: -1 for none, 1 for some, 0 until it is met. */
    private final byte[][] thirds = new byte[Byte.MAX_VALUE][];

    private byte pairs;

    private int searched;

    public Sieve(String regex) {
        pattern = LatePattern.of(regex);
        this.regex = regex;
    }

    /** Whether the pattern fits somewhere in a text. */
    public boolean isIn(String text) {
        return in(text, 0) != null;
    }

    /** The first match at or behind a position; null when there is none. */
    public @Nullable Matcher in(String text, int from) {
        if (searched + text.length() < UNLEARNED) {
            searched += text.length();
            Matcher plain = matcher(text).region(from, text.length());
            return plain.find() ? plain : null;
        }
        Matcher matcher = null;
        int last = text.length() - 1;
        char before = from > 0 ? text.charAt(from - 1) : '\0';
        char first = from <= last ? text.charAt(from) : '\0';
        for (int i = from; i <= last; i++) {
            char second = i < last ? text.charAt(i + 1) : ASCII;
            int pair = BEHIND[before & (ASCII - 1)] + first * ASCII + second;
            if (i == 0
                    || (before | first | second) >= ASCII
                    || (begins[pair] >= 0 && mayBegin(pair, i + 2 <= last ? text.charAt(i + 2) : ASCII))) {
                matcher = matcher == null ? matcher(text) : matcher;
                if (matcher.region(i, last + 1).lookingAt()) {
                    return matcher;
                }
            }
            before = first;
            first = second;
        }
        return null;
    }

    private Matcher matcher(String text) {
        return wide(pattern.matcher(text));
    }

    private static Matcher wide(Matcher matcher) {
        return matcher.useAnchoringBounds(false).useTransparentBounds(true);
    }

    private boolean mayBegin(int pair, int third) {
        int known = begins[pair] == 0 ? learned(pair) : begins[pair];
        if (known < 0 || known == Byte.MAX_VALUE || third >= ASCII) {
            return known > 0;
        }
        byte[] behind = thirds[known];
        if (behind == null) {
            behind = new byte[ASCII];
            thirds[known] = behind;
        }
        if (behind[third] == 0) {
            behind[third] = (byte) (begins(pair, String.valueOf((char) third)) ? 1 : -1);
        }
        return behind[third] > 0;
    }

    private synchronized int learned(int pair) {
        if (begins[pair] == 0) {
            boolean may = begins(pair, "");
            if (may && pairs < Byte.MAX_VALUE) {
                pairs++;
            }
            begins[pair] = may ? pairs : -1;
        }
        return begins[pair];
    }

    /** Whether a match may begin with a pair and what follows it. */
    private boolean begins(int pair, String following) {
        LatePattern begin =
                beginning == null ? LatePattern.of(LOOK_BEHIND.matcher(regex).replaceAll("")) : beginning;
        beginning = begin;
        String start = "" + (char) (pair % PAIRS / ASCII) + (char) (pair % ASCII) + following;
        for (String before : BEFORE[pair / PAIRS]) {
            Matcher matcher = wide(begin.matcher(before + start)).region(1, 1 + start.length());
            if (matcher.lookingAt() || matcher.hitEnd()) {
                return true;
            }
        }
        return false;
    }
}
