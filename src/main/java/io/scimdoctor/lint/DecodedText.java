package io.scimdoctor.lint;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A percent-decoded piece of a URL that knows where each of its characters came from. */
final class DecodedText {
    private final StringBuilder text = new StringBuilder();
    private final int[] offsets;
    private int brokenEscape = -1;
    /** The quote in which a value stands, or 0. */
    private char open;

    /** Takes the raw text from start to end apart; a {@code +} is a space, unless it stands in quotes, where it may be meant. */
    DecodedText(String raw, int start, int end) {
        offsets = new int[end - start + 1];
        int at = start;
        while (at < end) {
            char c = raw.charAt(at);
            if (c == '%' && isEscape(raw, at, end)) {
                at = escapes(raw, at, end);
            } else {
                if (c == '%' && brokenEscape < 0) {
                    brokenEscape = at;
                }
                put(c == '+' && open == 0 ? ' ' : c, at);
                at++;
            }
        }
        offsets[text.length()] = end;
    }

    String text() {
        return text.toString();
    }

    /** The offset in the raw text that a character comes from; the length maps to the end. */
    int raw(int offset) {
        return offsets[offset];
    }

    /** Where a percent sign stands that starts no escape, or -1. */
    int brokenEscape() {
        return brokenEscape;
    }

    /** Several escapes in a row may be the bytes of one character. */
    private int escapes(String raw, int from, int end) {
        int at = from;
        while (at < end && raw.charAt(at) == '%' && isEscape(raw, at, end)) {
            at += 3;
        }
        byte[] bytes = new byte[(at - from) / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(raw, from + 3 * i + 1, from + 3 * i + 3, 16);
        }
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        int used = 0;
        for (int i = 0; i < decoded.length(); i++) {
            put(decoded.charAt(i), Math.min(from + 3 * used, at - 3));
            used += width(decoded, i);
        }
        return at;
    }

    /** How many bytes of UTF-8 the character takes; the second half of a pair takes none. */
    private static int width(String decoded, int index) {
        char c = decoded.charAt(index);
        if (Character.isLowSurrogate(c)) {
            return 0;
        }
        return Character.isHighSurrogate(c) ? 4 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }

    private void put(char c, int offset) {
        char before = text.length() == 0 ? ' ' : text.charAt(text.length() - 1);
        if (open == 0 && (c == '"' || (c == '\'' && before == ' '))) {
            open = c;
        } else if (c == open && before != '\\') {
            open = 0;
        }
        offsets[text.length()] = offset;
        text.append(c);
    }

    private static boolean isEscape(String raw, int at, int end) {
        return at + 2 < end && HexFormat.isHexDigit(raw.charAt(at + 1)) && HexFormat.isHexDigit(raw.charAt(at + 2));
    }
}
