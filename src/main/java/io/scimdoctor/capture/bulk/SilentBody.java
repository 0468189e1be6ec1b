package io.scimdoctor.capture.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells of the body of a success, as it stands escaped in a JSON string, whether it plainly is a SCIM document in which no
 * rule can find anything. It is strict: what could be part of an error is left to the diagnosis.
 */
final class SilentBody {
    private static final byte[] SCHEMAS = bytes("\\\"schemas\\\"");
    private static final byte[] URN = bytes("\\\"urn:ietf:params:scim:");
    private static final byte[][] TELLING = {
        bytes("\\\"detail\\\""), bytes("\\\"status\\\""), bytes("\\\"scimType\\\""), bytes("\\\"access_token\\\""),
    };

    private SilentBody() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The position of the quote that closes the string, or -1 when the body is not plain. */
    static int end(byte[] in, int from, int to) {
        int at = blank(in, from, to);
        if (at >= to || in[at] != '{') {
            return -1;
        }
        at = scimList(in, blank(in, at + 1, to), to);
        // The first schema has to be whole: a quote that is escaped ends it.
        boolean first = true;
        while (at >= 0) {
            at = Quoted.special(in, at, to);
            if (at + 1 >= to || in[at] != '\\' || (first && in[at + 1] != '"')) {
                break;
            }
            first = false;
            at = escape(in, at, to);
        }
        return at >= 0 && at < to && in[at] == '"' && !first ? at : -1;
    }

    /** The position behind an escape that cannot be part of what an error says, or -1. */
    private static int escape(byte[] in, int at, int to) {
        return switch (in[at + 1]) {
            case '"' -> word(in, at, to);
            case '\\' -> at + 2 < to && in[at + 2] == 'u' && isForeign(in, at + 3, to) ? at + 7 : -1;
            case 'u' -> isForeign(in, at + 2, to) ? at + 6 : -1;
            case '/', 'n', 'r', 't' -> at + 2;
            default -> -1;
        };
    }

    /** The position behind a quote, or -1 when a name follows that an error or a token would bear. */
    private static int word(byte[] in, int at, int to) {
        byte first = at + 2 < to ? in[at + 2] : 0;
        if (first != 'd' && first != 's' && first != 'a') {
            return at + 2;
        }
        for (byte[] telling : TELLING) {
            if (starts(in, at, to, telling)) {
                return -1;
            }
        }
        return starts(in, at, to, SCHEMAS) ? scimList(in, at, to) : at + 2;
    }

    /** The position behind the start of the first schema in a list of SCIM's schemas, or -1. */
    private static int scimList(byte[] in, int from, int to) {
        if (!starts(in, from, to, SCHEMAS)) {
            return -1;
        }
        int at = blank(in, from + SCHEMAS.length, to);
        at = at < to && in[at] == ':' ? blank(in, at + 1, to) : to;
        at = at < to && in[at] == '[' ? blank(in, at + 1, to) : to;
        return starts(in, at, to, URN) ? at + URN.length : -1;
    }

    private static boolean starts(byte[] in, int at, int to, byte[] word) {
        int end = at + word.length;
        return end <= to && Arrays.equals(in, at, end, word, 0, word.length);
    }

    /** The position behind white space, escaped or not. */
    private static int blank(byte[] in, int from, int to) {
        int at = from;
        while (at + 1 < to) {
            if (in[at] == ' ') {
                at++;
            } else if (in[at] == '\\' && (in[at + 1] == 'n' || in[at + 1] == 'r' || in[at + 1] == 't')) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    /** Whether four hexadecimal digits name a character beyond ASCII, of which no name is made that counts. */
    private static boolean isForeign(byte[] in, int at, int to) {
        return ComparedRecord.fits(in, at, to, "ffff")
                && Integer.parseInt(new String(in, at, 4, StandardCharsets.US_ASCII), 16) > 127;
    }
}
