package io.scimdoctor.capture.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the ends of JSON strings in bytes, eight at a time. */
final class Quoted {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

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
        while (at + 8 <= to) {
            long eight = (long) EIGHT.get(in, at);
            long found =
                    (zero(eight ^ ('"' * ONES)) | zero(eight ^ ('\\' * ONES)) | ((eight - ' ' * ONES) & ~eight)) & HIGH;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += 8;
        }
        while (at < to && in[at] != '"' && in[at] != '\\' && (in[at] < 0 || in[at] >= ' ')) {
            at++;
        }
        return at;
    }

    /** Has the high bit of a byte set where that is zero; a bit above the lowest one may be wrong. */
    private static long zero(long eight) {
        return (eight - ONES) & ~eight;
    }

    /** The length of the escape at a position, or -1 when there is no such escape. */
    static int escape(byte[] in, int at, int to) {
        if (at + 1 >= to) {
            return -1;
        }
        return switch (in[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> at + 6 <= to && isHex(in, at + 2) ? 6 : -1;
            default -> -1;
        };
    }

    /** Whether four hexadecimal digits start here. */
    static boolean isHex(byte[] in, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(in[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
