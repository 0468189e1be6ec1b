package io.scimdoctor.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Walks over one JSON object as bytes, checks that it is well formed, and notes where the values of a few keys stand. It
 * makes no objects; strings are searched eight bytes at a time. It accepts less than a JSON reader does (RFC 8259): what
 * it does not accept is for the slower reader to judge.
 *
 * <p>The bytes behind the last one have to be a line feed or zero, and eight more have to be readable.
 */
final class RecordScanner {
    /** The object goes on behind the end of the bytes. */
    static final int CUT = -1;
    /** This is no object that the scanner accepts. */
    static final int REFUSED = -2;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long TRADE = ('"' ^ ' ') * ONES;
    private static final long BELOW = (' ' + 1) * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final int DEEPEST = 60;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_KEY = 1_000;

    private final KeyTree keys;
    private final boolean inLine;
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = {};
    private boolean escaped;
    private boolean doubtful;
    private boolean inexact;
    private boolean plainBody;
    private int end;

    /**
     * @param slots how many values are noted
     * @param inLine whether a line feed ends the record
     */
    RecordScanner(KeyTree keys, int slots, boolean inLine) {
        this.keys = keys;
        this.inLine = inLine;
        starts = new int[slots];
        ends = new int[slots];
    }

    /**
     * Scans the object that starts at a position.
     *
     * @param to the end of the bytes that are valid
     * @return the position behind it, {@link #CUT} or {@link #REFUSED}
     */
    int scan(byte[] in, int from, int to) {
        bytes = in;
        end = to;
        doubtful = false;
        inexact = false;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = -1;
        }
        if (in[from] != '{') {
            return from < to ? REFUSED : CUT;
        }
        int behind = object(from, keys, 0);
        if (behind >= 0) {
            return behind <= to ? behind : CUT;
        }
        return ~behind >= to ? CUT : REFUSED;
    }

    /** Whether the record can be read in two ways, such as a key that comes twice. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Whether a key that was looked out for came in other letters of the same word. */
    boolean isInexact() {
        return inexact;
    }

    boolean has(int slot) {
        return starts[slot] >= 0;
    }

    /** Where a value starts, at its first byte; -1 when the key is not there. */
    int start(int slot) {
        return starts[slot];
    }

    /** The position behind a value's last byte. */
    int end(int slot) {
        return ends[slot];
    }

    /** Whether the last body is a string that plainly holds a SCIM document. */
    boolean isPlainBody() {
        return plainBody;
    }

    boolean isObject(int slot) {
        return has(slot) && bytes[starts[slot]] == '{';
    }

    boolean isString(int slot) {
        return has(slot) && bytes[starts[slot]] == '"';
    }

    // Each of the following returns the position behind what it read, or the complement of the position of the byte
    // that
    // does not belong there.

    private int object(int from, @Nullable KeyTree known, int depth) {
        if (depth > DEEPEST) {
            return ~from;
        }
        int i = blank(from + 1);
        if (bytes[i] == '}') {
            return i + 1;
        }
        while (true) {
            if (bytes[i] != '"') {
                return ~i;
            }
            int nameEnd = string(i + 1);
            if (nameEnd < 0 || nameEnd - i > LONGEST_KEY) {
                return nameEnd < 0 ? nameEnd : ~i;
            }
            KeyTree.Key key = known == null ? null : key(known, i + 1, nameEnd - 1);
            i = blank(nameEnd);
            if (bytes[i] != ':') {
                return ~i;
            }
            i = blank(i + 1);
            int start = i;
            i = valueOf(key, i, depth);
            if (i < 0) {
                return i;
            }
            if (key != null) {
                note(key.slot(), start, i);
            }
            i = blank(i);
            if (bytes[i] == '}') {
                return i + 1;
            }
            if (bytes[i] != ',') {
                return ~i;
            }
            i = blank(i + 1);
        }
    }

    private KeyTree.@Nullable Key key(KeyTree known, int from, int to) {
        // A key written with escapes may be any key.
        doubtful |= escaped;
        KeyTree.Key key = known.find(bytes, from, to);
        if (key == null) {
            // Columns of a log may bear blanks and a unit, which some readers take off.
            doubtful |= from < to && (bytes[from] <= ' ' || bytes[to - 1] <= ' ' || bytes[to - 1] == ']');
        } else {
            inexact |= !known.isExact(key, bytes, from);
        }
        return key;
    }

    private void note(int slot, int start, int end) {
        if (slot >= 0) {
            doubtful |= starts[slot] >= 0;
            starts[slot] = start;
            ends[slot] = end;
        }
    }

    private int valueOf(KeyTree.@Nullable Key key, int i, int depth) {
        if (key == null) {
            return value(i, null, depth);
        }
        return key.isBody() && bytes[i] == '"' ? body(i + 1) : value(i, key.inside(), depth);
    }

    private int value(int i, @Nullable KeyTree known, int depth) {
        return switch (bytes[i]) {
            case '"' -> string(i + 1);
            case '{' -> object(i, known, depth + 1);
            case '[' -> array(i, depth + 1);
            case 't' -> word(i, "true");
            case 'f' -> word(i, "false");
            case 'n' -> word(i, "null");
            default -> number(i);
        };
    }

    private int array(int from, int depth) {
        if (depth > DEEPEST) {
            return ~from;
        }
        int i = blank(from + 1);
        if (bytes[i] == ']') {
            return i + 1;
        }
        while (true) {
            i = value(i, null, depth);
            if (i < 0) {
                return i;
            }
            i = blank(i);
            if (bytes[i] == ']') {
                return i + 1;
            }
            if (bytes[i] != ',') {
                return ~i;
            }
            i = blank(i + 1);
        }
    }

    /** Small enough for C1 to put it where it is called; most of the time there is nothing to pass over. */
    private int blank(int from) {
        return bytes[from] > ' ' ? from : blanks(from);
    }

    private int blanks(int from) {
        int i = from;
        int b = bytes[i];
        while (b == ' ' || b == '\t' || b == '\r' || (b == '\n' && !inLine)) {
            b = bytes[++i];
        }
        return i;
    }

    private int word(int from, String word) {
        for (int i = 1; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return ~(from + i);
            }
        }
        return from + word.length();
    }

    /** Whole numbers and plain fractions; exponents and very long ones are for the slower reader. */
    private int number(int from) {
        int i = bytes[from] == '-' ? from + 1 : from;
        int first = i;
        while (isDigit(bytes[i])) {
            i++;
        }
        if (i == first || (bytes[first] == '0' && i > first + 1)) {
            return ~i;
        }
        if (bytes[i] == '.') {
            int fraction = ++i;
            while (isDigit(bytes[i])) {
                i++;
            }
            if (i == fraction) {
                return ~i;
            }
        }
        return i - from > LONGEST_NUMBER ? ~from : i;
    }

    /** A string that is the body of an answer; it is looked at on the way. */
    private int body(int from) {
        plainBody = ScimText.startsPlain(bytes, from, end);
        return string(from, true);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private int string(int from) {
        return string(from, false);
    }

    /** Goes on to the position behind the closing quote. */
    private int string(int from, boolean isBody) {
        byte[] in = bytes;
        escaped = false;
        int i = from;
        while (true) {
            long hit = special((long) LONGS.get(in, i));
            if (hit == 0) {
                i += 8;
                continue;
            }
            i += firstByte(hit);
            byte b = in[i];
            if (b == '"') {
                return i + 1;
            }
            if (b != '\\') {
                return ~i;
            }
            escaped = true;
            if (isBody && plainBody) {
                plainBody = ScimText.isHarmlessEscape(in, i, end);
            }
            i = in[i + 1] == '"' ? i + 2 : escape(i + 1);
            if (i < 0) {
                return i;
            }
        }
    }

    /**
     * The highest bit of each byte that is a quote, a backslash or a control character; exact for the lowest of them.
     * Quote and blank trade places, so that one comparison finds quotes and control characters. It and {@link #zero} are
     * small enough for C1 to put them where they are called.
     */
    private static long special(long eight) {
        long traded = eight ^ TRADE;
        return (((traded - BELOW) & ~traded) | zero(eight ^ BACKSLASHES)) & HIGHS;
    }

    private static long zero(long eight) {
        return (eight - ONES) & ~eight;
    }

    /** Which byte bears the lowest bit of a hit. C1 has no instruction for the trailing zeros. */
    private static int firstByte(long hit) {
        return (int) (((((hit & -hit) - 1) & ONES) * ONES) >>> 56) - 1;
    }

    private int escape(int i) {
        return switch (bytes[i]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> i + 1;
            case 'u' -> unicode(i + 1);
            default -> ~i;
        };
    }

    private int unicode(int from) {
        for (int digit = from; digit < from + 4; digit++) {
            if (!isHex(bytes[digit])) {
                return ~digit;
            }
        }
        return from + 4;
    }

    /** The next byte of that value from a position on, or a position at the end or behind it. */
    static int find(byte[] bytes, int from, int to, char wanted) {
        long all = wanted * ONES;
        int i = from;
        while (i < to) {
            long hit = zero((long) LONGS.get(bytes, i) ^ all) & HIGHS;
            if (hit != 0) {
                return i + firstByte(hit);
            }
            i += 8;
        }
        return i;
    }

    /** A hash of the first bytes; eight more have to be readable. */
    static int hash(byte[] bytes, int size) {
        long hash = size;
        for (int i = 0; i < size; i += 8) {
            long eight = (long) LONGS.get(bytes, i);
            int rest = size - i;
            if (rest < 8) {
                eight &= (1L << (rest * 8)) - 1;
            }
            hash = (hash ^ eight) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ (hash >>> 32));
    }

    static boolean isHex(byte b) {
        return isDigit(b) || ((b | 0x20) >= 'a' && (b | 0x20) <= 'f');
    }
}
