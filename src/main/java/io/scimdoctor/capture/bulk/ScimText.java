package io.scimdoctor.capture.bulk;

import java.nio.charset.StandardCharsets;

/**
 * Tells whether the body of a successful answer is plainly a SCIM document, which holds no finding. It is strict: a body
 * with a word in it that an error could bear is for the slower reader to judge.
 */
final class ScimText {
    private static final byte[] SCHEMAS = bytes("schemas");
    private static final byte[] URN = bytes("urn:ietf:params:scim:");
    private static final byte[] DETAIL = bytes("detail");
    private static final byte[] SCIM_TYPE = bytes("scimType");

    private ScimText() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a body that stands as it is, as an object, plainly is a SCIM document. */
    static boolean isPlain(byte[] b, int from, int to) {
        int i = start(b, from, to, 1);
        while (i >= 0 && i < to) {
            boolean quote = b[i] == '"' && !isHarmless(b, i + 1, to, 1);
            boolean letter = b[i] == '\\' && b[i + 1] == 'u' && isAscii(b, i + 2, to);
            if (quote || letter) {
                return false;
            }
            i++;
        }
        return i >= 0;
    }

    /**
     * Whether a body that stands in a string starts as a SCIM document does; its escapes have to be harmless, too.
     *
     * @param from the position behind the quote
     */
    static boolean startsPlain(byte[] b, int from, int to) {
        return start(b, from, to, 2) >= 0;
    }

    /** The position of the list of schemas, or -1. */
    private static int start(byte[] b, int from, int to, int quote) {
        int i = blank(b, from, to);
        if (i >= to || b[i] != '{') {
            return -1;
        }
        i = quoted(b, blank(b, i + 1, to), to, quote, SCHEMAS);
        return i >= 0 && isScimList(b, i, to, quote) ? i : -1;
    }

    /** Whether the escape at a position cannot be part of what an error says. */
    static boolean isHarmlessEscape(byte[] b, int at, int to) {
        byte escaped = b[at + 1];
        return escaped == '"' ? isHarmless(b, at + 2, to, 2) : isHarmlessLetter(b, at, to);
    }

    private static boolean isHarmlessLetter(byte[] b, int at, int to) {
        return switch (b[at + 1]) {
            case 'u' -> !isAscii(b, at + 2, to);
            case '\\' -> b[at + 2] != 'u' || !isAscii(b, at + 3, to);
            default -> true;
        };
    }

    /** Whether what follows the key is a list whose first schema is one of SCIM. */
    private static boolean isScimList(byte[] b, int from, int to, int quote) {
        int i = from + quote;
        if (i > to || b[i - 1] != '"') {
            return false;
        }
        i = blank(b, i, to);
        if (i >= to || b[i] != ':') {
            return false;
        }
        i = blank(b, i + 1, to);
        return i < to && b[i] == '[' && quoted(b, blank(b, i + 1, to), to, quote, URN) >= 0;
    }

    /** The position behind a quote and a word, or -1. */
    private static int quoted(byte[] b, int from, int to, int quote, byte[] word) {
        int at = from + quote;
        if (at + word.length > to || b[at - 1] != '"' || (quote == 2 && b[from] != '\\')) {
            return -1;
        }
        return startsWith(b, at, word) ? at + word.length : -1;
    }

    private static boolean startsWith(byte[] b, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (b[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** White space, also when it is escaped. */
    private static int blank(byte[] b, int from, int to) {
        int i = from;
        while (i < to) {
            if (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t') {
                i++;
            } else if (b[i] == '\\' && (b[i + 1] == 'n' || b[i + 1] == 'r' || b[i + 1] == 't')) {
                i += 2;
            } else {
                return i;
            }
        }
        return i;
    }

    /** Whether an escape may stand for a letter of a key. */
    private static boolean isAscii(byte[] b, int at, int to) {
        return at + 2 < to && b[at] == '0' && b[at + 1] == '0' && b[at + 2] >= '0' && b[at + 2] <= '7';
    }

    private static boolean isHarmless(byte[] b, int at, int to, int quote) {
        return (b[at] != 'd' && b[at] != 's') || isHarmlessKey(b, at, to, quote);
    }

    private static boolean isHarmlessKey(byte[] b, int at, int to, int quote) {
        if (at + SCIM_TYPE.length >= to) {
            return at + DETAIL.length >= to || !startsWith(b, at, DETAIL);
        }
        return !startsWith(b, at, DETAIL) && !startsWith(b, at, SCIM_TYPE) && !isOtherSchemas(b, at, to, quote);
    }

    /** Whether a key "schemas" follows whose list does not begin with a schema of SCIM. */
    private static boolean isOtherSchemas(byte[] b, int at, int to, int quote) {
        int end = at + SCHEMAS.length;
        return startsWith(b, at, SCHEMAS) && b[end + quote - 1] == '"' && !isScimList(b, end, to, quote);
    }
}
