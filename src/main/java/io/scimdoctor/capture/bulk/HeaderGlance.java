package io.scimdoctor.capture.bulk;

/** Finds the few header fields that decide something, in both forms that captures hold header fields in. */
final class HeaderGlance {
    static final int DATE = 0;
    static final int SERVER = 1;
    /** Fields that may turn even a successful answer into a finding. */
    static final int TELLING = 2;

    static final int AUTHORIZATION = 3;
    static final int COUNT = 4;
    private static final int NAME = 0;
    private static final int VALUE = 1;

    private final KeyTree names = names(0);
    private final RecordScanner fields;
    private final RecordScanner pair;
    private final int[] starts = new int[COUNT];
    private final int[] ends = new int[COUNT];

    HeaderGlance(boolean inLine) {
        fields = new RecordScanner(names, COUNT, inLine, null);
        pair = new RecordScanner(new KeyTree().add("name", NAME).add("value", VALUE), 2, inLine, new RecordPatterns(2));
    }

    /** The names to look for, with the first of their slots. */
    static KeyTree names(int from) {
        return new KeyTree(true)
                .add("date", from + DATE)
                .add("server", from + SERVER)
                .add("www-authenticate", from + TELLING)
                .add("x-ms-ests-server", from + TELLING)
                .add("authorization", from + AUTHORIZATION);
    }

    /** The same for the fields of an answer, of which the scanner noted them if they are an object. */
    boolean look(byte[] bytes, RecordScanner record, int slot) {
        return bytes[record.start(slot)] == '{'
                ? note(bytes, record, Slots.FIELDS)
                : look(bytes, record.start(slot), record.end(slot));
    }

    private boolean note(byte[] bytes, RecordScanner scanner, int from) {
        boolean plain = true;
        for (int slot = 0; slot < COUNT; slot++) {
            starts[slot] = scanner.start(from + slot);
            ends[slot] = scanner.end(from + slot);
            plain &= starts[slot] < 0 || bytes[starts[slot]] == '"';
        }
        return plain;
    }

    /**
     * Looks at the value of a key "headers", which is well formed.
     *
     * @return false when it cannot be read with certainty
     */
    boolean look(byte[] bytes, int from, int to) {
        for (int i = 0; i < COUNT; i++) {
            starts[i] = -1;
        }
        return bytes[from] == '{' ? object(bytes, from, to) : bytes[from] == '[' && array(bytes, from, to);
    }

    private boolean object(byte[] bytes, int from, int to) {
        if (fields.scan(bytes, from, to) != to) {
            return false;
        }
        return !fields.isDoubtful() && note(bytes, fields, 0);
    }

    private boolean array(byte[] bytes, int from, int to) {
        int i = blank(bytes, from + 1);
        while (bytes[i] == '{') {
            i = pair.scan(bytes, i, to);
            if (i < 0 || pair.isDoubtful() || !pair.isString(NAME) || !pair.isString(VALUE)) {
                return false;
            }
            if (!note(bytes)) {
                return false;
            }
            i = blank(bytes, i);
            if (bytes[i] == ',') {
                i = blank(bytes, i + 1);
            }
        }
        return bytes[i] == ']';
    }

    private boolean note(byte[] bytes) {
        int from = pair.start(NAME) + 1;
        int to = pair.end(NAME) - 1;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return false;
            }
        }
        KeyTree.Key key = names.find(bytes, from, to);
        if (key != null) {
            if (starts[key.slot()] >= 0) {
                return false;
            }
            starts[key.slot()] = pair.start(VALUE);
            ends[key.slot()] = pair.end(VALUE);
        }
        return true;
    }

    static int blank(byte[] bytes, int from) {
        int i = from;
        while (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t') {
            i++;
        }
        return i;
    }

    boolean has(int slot) {
        return starts[slot] >= 0;
    }

    /** Where the quoted value of a field starts. */
    int start(int slot) {
        return starts[slot];
    }

    /** The position behind the closing quote of a field's value. */
    int end(int slot) {
        return ends[slot];
    }
}
