package io.scimdoctor.capture.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at a time. Eight bytes behind the last one that is asked for have to be readable. Most of it is
 * small enough for C1 to put it where it is called.
 */
final class EightBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long TRADE = ('"' ^ ' ') * ONES;
    private static final long BELOW = (' ' + 1) * ONES;
    private static final long BLANKS = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long D = 'd' * ONES;
    private static final long S = 's' * ONES;
    private static final int LAST = 56;

    private EightBytes() {}

    static long at(byte[] bytes, int i) {
        return (long) LONGS.get(bytes, i);
    }

    /**
     * The highest bit of each byte that is a quote, a backslash or a control character; exact for the lowest of them.
     * Quote and blank trade places, so that one comparison finds quotes and control characters.
     */
    static long special(long eight) {
        long traded = eight ^ TRADE;
        return (((traded - BELOW) & ~traded) | zero(eight ^ BACKSLASHES)) & HIGHS;
    }

    /** Has the highest bit of each byte that is zero; also of one that is 1 behind such a byte. */
    private static long zero(long eight) {
        return (eight - ONES) & ~eight;
    }

    /** Which byte bears the lowest bit of a hit. C1 has no instruction for the trailing zeros. */
    static int first(long hit) {
        return (int) (((((hit & -hit) - 1) & ONES) * ONES) >>> LAST) - 1;
    }

    /**
     * Passes over text in which quotes are escaped and nothing else is, such as a JSON document inside a string.
     *
     * @param from a position at which no escape goes on
     * @return a position at which no escape goes on, before which there is only such text, and no quote that a "d" or "s"
     *     follows
     */
    static int escapedQuotes(byte[] bytes, int from) {
        int i = from;
        long backslash = 0;
        long quote = 0;
        while (true) {
            long eight = at(bytes, i);
            long quotes = zero(eight ^ QUOTES);
            long backslashes = zero(eight ^ BACKSLASHES);
            long other = ((backslashes << 8) | backslash) ^ quotes;
            long control = (eight - BLANKS) & ~eight;
            long letters = (zero(eight ^ D) | zero(eight ^ S)) & ((quotes << 8) | quote);
            if (((other | control | letters) & HIGHS) != 0) {
                return i - (quote << LAST < 0 ? 2 : backslash << LAST < 0 ? 1 : 0);
            }
            backslash = backslashes >>> LAST;
            quote = quotes >>> LAST;
            i += 8;
        }
    }

    /** Whether all eight are hexadecimal digits. */
    static boolean areHex(long eight) {
        long upper = eight | HIGHS;
        long digits = (upper - '0' * ONES) & ~(upper - (('9' + 1) * ONES));
        long lower = upper | BLANKS;
        long letters = (lower - 'a' * ONES) & ~(lower - (('f' + 1) * ONES));
        return ((digits | letters) & ~eight & HIGHS) == HIGHS;
    }

    /** The next byte of that value from a position on, or a position at the end or behind it. */
    static int find(byte[] bytes, int from, int to, char wanted) {
        long all = wanted * ONES;
        int i = from;
        while (i < to) {
            long hit = zero(at(bytes, i) ^ all) & HIGHS;
            if (hit != 0) {
                return i + first(hit);
            }
            i += 8;
        }
        return i;
    }

    /** The first position in one of two texts at which they differ, or its end. */
    static int mismatch(byte[] one, int from, int to, byte[] other, int shift) {
        int i = from;
        while (i < to) {
            long difference = at(one, i) ^ at(other, i + shift);
            if (difference != 0) {
                return Math.min(to, i + bytesBelow(difference & -difference));
            }
            i += 8;
        }
        return to;
    }

    /** How many whole bytes stand below a bit. */
    private static int bytesBelow(long bit) {
        return (int) (((((bit - 1) & HIGHS) >>> 7) * ONES) >>> LAST);
    }

    /** A hash of the first bytes. */
    static int hash(byte[] bytes, int size) {
        long hash = size;
        for (int i = 0; i < size; i += 8) {
            long eight = at(bytes, i);
            int rest = size - i;
            if (rest < 8) {
                eight &= (1L << (rest * 8)) - 1;
            }
            hash = (hash ^ eight) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ (hash >>> 32));
    }
}
