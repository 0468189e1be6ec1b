package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.source.ByteSource;
import java.util.Arrays;

/**
 * The form of a record that was scanned. A program writes its log in one form again and again: where a record has the same
 * bytes around its values, only those values need to be read that differ, and what was noted of the first record holds for
 * it too.
 */
final class RecordPattern {
    private static final int LONGEST = 16 * 1024;
    private static final int MOST_VALUES = 200;
    /** One byte less than the longest escape, that of a character by its four digits, has. */
    private static final int CUT_ESCAPE = 5;

    private final int[] valueStarts = new int[MOST_VALUES];
    private final int[] valueEnds = new int[MOST_VALUES];
    /** How much further than here each value stands in the record that was matched last, and at the end what follows. */
    private final int[] shifts = new int[MOST_VALUES + 1];

    private final int[] slots;
    private final int[] slotStarts;
    private final int[] slotEnds;
    private final int[] valuesBeforeStart;
    private final int[] valuesBeforeEnd;
    private byte[] bytes = {};
    private int origin;
    private int size;
    private int values;
    private int noted;
    private int body;
    private boolean plainBody;
    private boolean known;

    /** @param slots how many values can be noted */
    RecordPattern(int slots) {
        this.slots = new int[slots];
        slotStarts = new int[slots];
        slotEnds = new int[slots];
        valuesBeforeStart = new int[slots];
        valuesBeforeEnd = new int[slots];
    }

    /** Begins to learn from a record that starts at a position. */
    void start(int from) {
        known = false;
        origin = from;
        values = 0;
        body = -1;
    }

    /** Learns where a value stands that is neither an object nor an array. */
    void value(int from, int to, boolean isBody) {
        if (isBody) {
            // Of two bodies the last one would count; no program writes two.
            values = body >= 0 ? MOST_VALUES : values;
            body = values;
        }
        if (values < MOST_VALUES) {
            valueStarts[values] = from - origin;
            valueEnds[values] = to - origin;
        }
        values++;
    }

    /** Ends with what was noted of the record; it is not kept when it is larger than what is usual. */
    void finish(byte[] in, int behind, int[] starts, int[] ends, boolean isPlainBody) {
        size = behind - origin;
        if (values > MOST_VALUES || size > LONGEST) {
            return;
        }
        bytes = Arrays.copyOf(Arrays.copyOfRange(in, origin, behind), size + ByteSource.PADDING);
        plainBody = isPlainBody;
        noted = 0;
        for (int slot = 0; slot < starts.length; slot++) {
            if (starts[slot] >= 0) {
                slots[noted] = slot;
                slotStarts[noted] = starts[slot] - origin;
                slotEnds[noted] = ends[slot] - origin;
                valuesBeforeStart[noted] = valuesBefore(starts[slot] - origin);
                valuesBeforeEnd[noted++] = valuesBefore(ends[slot] - origin);
            }
        }
        known = true;
    }

    private int valuesBefore(int position) {
        int count = 0;
        while (count < values && valueEnds[count] <= position) {
            count++;
        }
        return count;
    }

    /**
     * Reads a record that has this form.
     *
     * @return the position behind it, or -1 when it has another form
     */
    int match(RecordScanner scanner, byte[] in, int from) {
        if (!known) {
            return -1;
        }
        scanner.assumeBody(plainBody);
        int shift = from;
        int at = 0;
        int value = 0;
        while (true) {
            shifts[value] = shift;
            int same = EightBytes.mismatch(bytes, at, size, in, shift);
            // What follows a value has to be the same, too, or the value might go on.
            while (value < values && valueEnds[value] < same) {
                shifts[++value] = shift;
            }
            if (same == size) {
                return size + shift;
            }
            if (value == values || same < valueStarts[value]) {
                return -1;
            }
            int end = value == body
                    ? scanner.body(valueStarts[value] + shift)
                    : scanner.scalar(valueStarts[value] + shift, resumption(value, same) + shift);
            if (end < 0) {
                return -1;
            }
            at = valueEnds[value++];
            shift = end - at;
        }
    }

    /** Where to go on to read a string whose first bytes are known to be well formed; no escape goes on there. */
    private int resumption(int value, int same) {
        int start = valueStarts[value];
        if (bytes[start] != '"' || same <= start) {
            return start;
        }
        int i = Math.min(same, valueEnds[value] - 1);
        int least = Math.max(start + 1, i - CUT_ESCAPE);
        int back = i;
        while (back > least && bytes[back - 1] != '\\') {
            back--;
        }
        if (back > start + 1 && bytes[back - 1] != '\\') {
            return i;
        }
        while (back > start + 1 && bytes[back - 1] == '\\') {
            back--;
        }
        return back;
    }

    /** Notes where the values of the record that was matched last stand. */
    void note(int[] starts, int[] ends) {
        for (int i = 0; i < noted; i++) {
            starts[slots[i]] = slotStarts[i] + shifts[valuesBeforeStart[i]];
            ends[slots[i]] = slotEnds[i] + shifts[valuesBeforeEnd[i]];
        }
    }
}
