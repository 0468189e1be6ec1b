package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.source.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Everything of a failed call that its diagnosis depends on, as bytes. What differs from call to call and cannot change the
 * diagnosis is left out: GUIDs become their order of appearance (a rule may ask whether two are the same, none asks which
 * they are), and the values of ids, times and of quoted filter literals go. Two calls with equal signatures therefore get
 * the same diagnosis, except for ids and times.
 */
public final class Signature {
    static final int LARGEST = 16 * 1024;
    private static final int GUID = 36;
    private static final int MOST_GUIDS = 16;
    private static final byte GUID_MARK = 1;
    private static final byte LITERAL_MARK = 2;
    private static final byte VALUE_MARK = 3;
    private static final byte EMPTY_MARK = 4;
    private static final byte SEPARATOR = 0;

    /** Turns a GUID's hyphens into digits: its first two in the second eight bytes, the others in the third. */
    private static final long TO_DIGIT = '-' ^ '0';

    private static final long HYPHENS_8_13 = TO_DIGIT | (TO_DIGIT << 40);
    private static final long HYPHENS_18_23 = (TO_DIGIT << 16) | (TO_DIGIT << 56);

    /** Fields of which only the presence counts; SignatureTest holds this list to the rules. */
    static final String[] PRESENCE_ONLY = {
        "date",
        "request-id",
        "client-request-id",
        "x-ms-ags-diagnostic",
        "x-ms-resource-unit",
        "strict-transport-security"
    };

    private static final byte[] NAME = "name".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATE = "\\\"date\\\":\\\"".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] GRAPH = "\"{\\\"error\\\":{".getBytes(StandardCharsets.US_ASCII);

    private final KeyTree presenceOnly = new KeyTree();
    private final int[] guids = new int[MOST_GUIDS];
    private byte[] from = {};
    private byte[] bytes = new byte[2048];
    private int size;
    private int guidCount;
    private boolean large;

    Signature() {
        for (String name : PRESENCE_ONLY) {
            presenceOnly.add(name, 0);
        }
    }

    /** Starts anew for a record that stands in these bytes. */
    void start(byte[] record, char form) {
        from = record;
        size = 0;
        guidCount = 0;
        large = false;
        put((byte) form);
    }

    /** Whether it has grown beyond what is worth remembering. */
    boolean isLarge() {
        return large;
    }

    public int size() {
        return size;
    }

    /** A copy of the bytes. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    public boolean isEqual(byte[] other) {
        return other.length == size && Arrays.equals(other, 0, size, bytes, 0, size);
    }

    public int hash() {
        if (size + ByteSource.PADDING > bytes.length) {
            bytes = Arrays.copyOf(bytes, size + ByteSource.PADDING);
        }
        return EightBytes.hash(bytes, size);
    }

    private void put(byte b) {
        if (size == bytes.length) {
            if (size >= LARGEST) {
                large = true;
                return;
            }
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = b;
    }

    /** A value as it is. */
    void raw(int start, int end) {
        put(SEPARATOR);
        copy(start, end);
    }

    private void copy(int start, int end) {
        int count = Math.max(0, end - start);
        if (count > LARGEST - size) {
            large = true;
            return;
        }
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, bytes.length * 2));
        }
        System.arraycopy(from, start, bytes, size, count);
        size += count;
    }

    /** Whether something is there and not empty. */
    void presence(boolean present) {
        put(SEPARATOR);
        put(present ? VALUE_MARK : EMPTY_MARK);
    }

    /** A text in which GUIDs may stand, such as a body. */
    void text(int start, int end) {
        put(SEPARATOR);
        if (end - start > LARGEST) {
            large = true;
            return;
        }
        withoutGuids(start, end);
    }

    private void withoutGuids(int start, int end) {
        int copied = start;
        // A GUID's first hyphen is its ninth character, so the last place for it is 28 before the end.
        int last = end - 27;
        int i = EightBytes.find(from, start + 8, last, '-');
        while (i < last) {
            int next = i + 1;
            if (isGuid(i - 8, copied, start, end)) {
                copy(copied, i - 8);
                guid(i - 8);
                copied = i + 28;
                next = copied + 8;
            }
            i = EightBytes.find(from, next, last, '-');
        }
        copy(copied, end);
    }

    private boolean isGuid(int at, int least, int start, int end) {
        if (at < least || from[at + 13] != '-' || from[at + 18] != '-' || from[at + 23] != '-') {
            return false;
        }
        boolean hex = EightBytes.areHex(EightBytes.at(from, at))
                && EightBytes.areHex(EightBytes.at(from, at + 8) ^ HYPHENS_8_13)
                && EightBytes.areHex(EightBytes.at(from, at + 16) ^ HYPHENS_18_23)
                && EightBytes.areHex(EightBytes.at(from, at + 24))
                && EightBytes.areHex(EightBytes.at(from, at + GUID - 8));
        if (!hex) {
            return false;
        }
        // Numbers that rules look for (80049228 and its like) must not vanish in what happens to be a GUID.
        boolean number = from[at] == '8' && from[at + 1] == '0' && from[at + 2] == '0' && from[at + 3] == '4';
        return !number && isApart(at, start) && (at + GUID == end || !isWord(from[at + GUID]));
    }

    /** Whether what stands before is no part of a longer word. An escape of JSON or of a URL is none. */
    private boolean isApart(int at, int start) {
        if (at == start || !isWord(from[at - 1])) {
            return true;
        }
        boolean percent = at - 3 >= start && from[at - 3] == '%';
        boolean escape = at - 6 >= start && from[at - 6] == '\\' && from[at - 5] == 'u';
        return percent || escape;
    }

    private static boolean isWord(byte b) {
        int lower = b | 0x20;
        return (b >= '0' && b <= '9') || (lower >= 'a' && lower <= 'z') || b == '_' || b == '-' || b < 0;
    }

    private void guid(int at) {
        int ordinal = 0;
        while (ordinal < guidCount && !isSameGuid(guids[ordinal], at)) {
            ordinal++;
        }
        if (ordinal == guidCount) {
            if (guidCount == MOST_GUIDS) {
                copy(at, at + GUID);
                return;
            }
            guids[guidCount++] = at;
        }
        put(GUID_MARK);
        put((byte) (ordinal + 'a'));
    }

    private boolean isSameGuid(int one, int two) {
        for (int i = 0; i < GUID; i++) {
            if ((from[one + i] | 0x20) != (from[two + i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A URL: in its query the plain words inside quotes go too. Of a filter's literals the rules ask whether they are GUIDs,
     * which are no plain words here, and no name or number in quotes is one that they know.
     */
    void url(int start, int end) {
        put(SEPARATOR);
        if (end - start > LARGEST) {
            large = true;
            return;
        }
        int i = start;
        while (i < end && from[i] != '?') {
            i++;
        }
        withoutGuids(start, i);
        int copied = i;
        while (i < end) {
            int quote = quote(i, end);
            int close = quote == 0 ? -1 : literalEnd(i + quote, end);
            if (close >= 0 && quote(close, end) == quote && close - i - quote != GUID) {
                withoutGuids(copied, i + quote);
                put(LITERAL_MARK);
                copied = close;
                i = close + quote;
            } else {
                i += Math.max(1, quote);
            }
        }
        withoutGuids(copied, end);
    }

    /** The length of the double quote at a position, as a URL in JSON bears it; 0 without one. */
    private int quote(int i, int end) {
        if (i + 2 < end && from[i] == '%' && from[i + 1] == '2' && from[i + 2] == '2') {
            return 3;
        }
        return i + 1 < end && from[i] == '\\' && from[i + 1] == '"' ? 2 : 0;
    }

    /** Behind the letters, digits and marks of a name or an address, of which there is at least one; else -1. */
    private int literalEnd(int start, int end) {
        int i = start;
        while (i < end) {
            byte b = from[i];
            if ((b > 0 && isWord(b)) || b == '.' || b == '@') {
                i++;
            } else if (b == '%' && i + 2 < end && from[i + 1] == '4' && from[i + 2] == '0') {
                i += 3;
            } else {
                break;
            }
        }
        return i == start ? -1 : i;
    }

    /** The body of an answer: as a text, but the time that Graph puts beside its ids goes. */
    void body(int start, int end) {
        int date = end - start < LARGEST ? date(start, end) : -1;
        if (date < 0) {
            text(start, end);
            return;
        }
        int close = date;
        while (close < end && from[close] != '\\' && from[close] != '"') {
            close++;
        }
        text(start, date);
        put(VALUE_MARK);
        withoutGuids(close, end);
    }

    /** Where the value of a "date" starts in a Graph error that stands in a string; -1 when there is none. */
    private int date(int start, int end) {
        if (!startsWith(start, end, GRAPH)) {
            return -1;
        }
        for (int i = start; i + DATE.length < end; i++) {
            if (from[i] == '\\' && (from[i - 1] == ',' || from[i - 1] == '{') && startsWith(i, end, DATE)) {
                return i + DATE.length;
            }
        }
        return -1;
    }

    private boolean startsWith(int at, int end, byte[] word) {
        return at + word.length <= end && Arrays.equals(from, at, at + word.length, word, 0, word.length);
    }

    /** Header fields, as an object of strings or as a list of names and values; any other form as a text. */
    void headers(int start, int end) {
        put(SEPARATOR);
        int sizeBefore = size;
        int guidsBefore = guidCount;
        if (start < end && !fields(start, end)) {
            size = sizeBefore;
            guidCount = guidsBefore;
            withoutGuids(start, end);
        }
    }

    private boolean fields(int start, int end) {
        boolean list = from[start] == '[';
        int cycle = list ? 4 : 2;
        boolean hide = false;
        int index = 0;
        int i = start + 1;
        while (i < end - 1) {
            byte b = from[i];
            if (b != '"') {
                boolean between = b == ',' || b == ':' || b <= ' ' || (list && (b == '{' || b == '}'));
                if (!between) {
                    return false;
                }
                if (b == '{' || b == '}') {
                    put(b);
                }
                i++;
                continue;
            }
            int close = close(i + 1, end);
            int role = index++ % cycle;
            boolean label = list && role % 2 == 0;
            if (close < 0 || (label && !isLabel(i + 1, close, role))) {
                return false;
            }
            if (role == cycle - 1) {
                value(i, close, hide);
            } else if (!label) {
                hide = presenceOnly.find(from, i + 1, close) != null;
                raw(i, close);
            }
            i = close + 1;
        }
        return index % cycle == 0;
    }

    private boolean isLabel(int start, int end, int role) {
        byte[] label = role == 0 ? NAME : VALUE;
        return end - start == label.length && startsWith(start, end, label);
    }

    private void value(int open, int close, boolean hide) {
        put(SEPARATOR);
        if (hide) {
            put(close == open + 1 ? EMPTY_MARK : VALUE_MARK);
        } else {
            withoutGuids(open + 1, close);
        }
    }

    /** Where the string that starts at a position is closed. */
    private int close(int start, int end) {
        int i = start;
        while (i < end) {
            long hit = EightBytes.special(EightBytes.at(from, i));
            i += hit == 0 ? 8 : EightBytes.first(hit);
            if (hit == 0 || i >= end) {
                continue;
            }
            if (from[i] == '"') {
                return i;
            }
            if (from[i] != '\\') {
                i++;
            } else {
                i = from[i + 1] == '"' ? EightBytes.escapedQuotes(from, i + 2) : i + 2;
            }
        }
        return -1;
    }
}
