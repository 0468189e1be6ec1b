package io.scimdoctor.capture.bulk;

import java.util.Arrays;

/**
 * Finds the ends of JSON strings in bytes. It looks at one after the other: eight at a time through a VarHandle take longer
 * without C2, since the next quote is seldom far.
 */
final class Quoted {
    /** Which bytes are a quote, a backslash or a control character. */
    private static final boolean[] SPECIAL = new boolean[256];

    static {
        Arrays.fill(SPECIAL, 0, ' ', true);
        SPECIAL['"'] = true;
        SPECIAL['\\'] = true;
    }

    private Quoted() {}

    /** The position of the quote that closes a string, or -1 when it is not closed or not well formed. */
    static int end(byte[] in, int from, int to) {
        int at = special(in, from, to);
        while (at < to && in[at] == '\\') {
            int length = escape(in, at, to);
            if (length < 0) {
                return -1;
            }
            at = special(in, at + length, to);
        }
        return at < to && in[at] == '"' ? at : -1;
    }

    /** The next quote, backslash or control character. */
    static int special(byte[] in, int from, int to) {
        int at = from;
        while (at < to && !SPECIAL[in[at] & 0xFF]) {
            at++;
        }
        return at;
    }

    /** The length of the escape at a position, or -1 when there is no such escape. */
    static int escape(byte[] in, int at, int to) {
        if (at + 1 >= to) {
            return -1;
        }
        return switch (in[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> ComparedRecord.fits(in, at + 2, to, "ffff") ? 6 : -1;
            default -> -1;
        };
    }
}
