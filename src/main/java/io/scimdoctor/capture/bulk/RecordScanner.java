package io.scimdoctor.capture.bulk;

import org.jspecify.annotations.Nullable;

/**
 * Walks over one JSON object as bytes, checks that it is well formed, and notes where the values of a few keys stand. It
 * makes no objects; strings are searched eight bytes at a time. It accepts less than a JSON reader does (RFC 8259): what
 * it does not accept is for the slower reader to judge.
 *
 * <p>The bytes behind the last one have to be a line feed or zero, and eight more have to be readable.
 */
public final class RecordScanner {
    /** The object goes on behind the end of the bytes. */
    public static final int CUT = -1;
    /** This is no object that the scanner accepts. */
    static final int REFUSED = -2;

    private static final int DEEPEST = 60;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_KEY = 1_000;

    private final KeyTree keys;
    private final boolean inLine;
    private final @Nullable RecordPatterns patterns;
    private @Nullable RecordPattern learner;
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
     * @param patterns the forms of the records before, or null when each is read in full
     */
    RecordScanner(KeyTree keys, int slots, boolean inLine, @Nullable RecordPatterns patterns) {
        this.keys = keys;
        this.inLine = inLine;
        this.patterns = patterns;
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
        if (patterns != null) {
            int behind = patterns.match(this, in, from);
            if (behind >= 0) {
                patterns.matched().note(starts, ends);
                return behind;
            }
            learner = patterns.learner(from);
        }
        int behind = object(from, keys, 0);
        if (learner != null && behind >= 0 && behind <= to && !doubtful && !inexact) {
            learner.finish(in, behind, starts, ends, plainBody);
        }
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
            i = value(key, i, depth);
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

    private int value(KeyTree.@Nullable Key key, int i, int depth) {
        byte first = bytes[i];
        if (first == '{') {
            return object(i, key == null ? null : key.inside(), depth + 1);
        }
        if (first == '[') {
            return array(i, depth + 1);
        }
        boolean isBody = key != null && key.isBody();
        int behind = isBody ? body(i) : scalar(i);
        if (learner != null && behind >= 0) {
            learner.value(i, behind, isBody);
        }
        return behind;
    }

    private int scalar(int i) {
        return switch (bytes[i]) {
            case '"' -> string(i + 1);
            case 't' -> word(i, "true");
            case 'f' -> word(i, "false");
            case 'n' -> word(i, "null");
            default -> number(i);
        };
    }

    /** The same, when all before a position is known to be the start of a string. */
    int scalar(int i, int resumption) {
        return resumption > i ? string(resumption) : scalar(i);
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
            i = value(null, i, depth);
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

    /** The body of an answer; one that is a string is looked at on the way. */
    int body(int i) {
        if (bytes[i] != '"') {
            return scalar(i);
        }
        plainBody = ScimText.startsPlain(bytes, i + 1, end);
        return string(i + 1, true);
    }

    /** Takes what is known of the body of a record of the same form, until another one is read. */
    void assumeBody(boolean isPlain) {
        plainBody = isPlain;
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
            long hit = EightBytes.special(EightBytes.at(in, i));
            if (hit == 0) {
                i += 8;
                continue;
            }
            i += EightBytes.first(hit);
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
            i = in[i + 1] == '"' ? EightBytes.escapedQuotes(in, i + 2) : escape(i + 1);
            if (i < 0) {
                return i;
            }
        }
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

    static boolean isHex(byte b) {
        return isDigit(b) || ((b | 0x20) >= 'a' && (b | 0x20) <= 'f');
    }
}
