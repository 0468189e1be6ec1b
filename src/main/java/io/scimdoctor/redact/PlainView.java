package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import java.text.Normalizer;
import java.util.regex.Matcher;

/**
 * A text as its reader means it: escapes are undone, and letters are small and Latin where they only look otherwise. Each
 * character knows where it stands in the text, so that what is found here can be masked there.
 */
final class PlainView {
    private static final int ASCII = 128;
    private static final int WIDE_FROM = 0xFF01;
    private static final int WIDE_TO = 0xFF5E;
    private static final int WIDE = 0xFEE0;

    private static final LatePattern ESCAPE = Notation.of("ESCAPE");

    private final String text;
    private final StringBuilder read;
    private final int[] starts;
    private final String plain;

    PlainView(String text) {
        this.text = text;
        read = new StringBuilder(text.length());
        starts = new int[text.length() + 1];
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= ASCII) {
                at = letter(at);
            } else if (c == '\\' || c == '%' || c == '&') {
                at = escape(at, c);
            } else {
                at = add(c, at, at + 1);
            }
        }
        starts[read.length()] = text.length();
        plain = read.toString();
    }

    /** What is meant, in small letters. */
    String plain() {
        return plain;
    }

    int length() {
        return plain.length();
    }

    char charAt(int index) {
        return plain.charAt(index);
    }

    /** Where the character stands in the text. */
    int start(int index) {
        return starts[index];
    }

    /** How many characters of the text spell this one; an escaped one has more than one. */
    int width(int index) {
        return starts[index + 1] - starts[index];
    }

    private int add(char c, int from, int to) {
        starts[read.length()] = from;
        read.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        return to;
    }

    private int escape(int at, char sign) {
        Matcher escape = ESCAPE.matcher(text).region(at, text.length());
        if (escape.lookingAt()) {
            return add(meant(escape), at, escape.end());
        }
        int end = at;
        do {
            end = add(sign, end, end + 1);
        } while (sign == '\\' && end < text.length() && text.charAt(end) == sign);
        return end;
    }

    private static char meant(Matcher escape) {
        String hex = escape.group(1) == null ? escape.group(2) : escape.group(1);
        if (hex != null) {
            return (char) Integer.parseInt(hex, 16);
        }
        String decimal = escape.group(3);
        if (decimal != null) {
            return (char) Integer.parseInt(decimal);
        }
        return switch (escape.group(4)) {
            case "n", "r" -> '\n';
            case "t" -> '\t';
            case "quot;", "\"" -> '"';
            case "apos;", "'" -> '\'';
            case "lt;" -> '<';
            case "gt;" -> '>';
            default -> '&';
        };
    }

    /** Full width, accents, and the letters of other scripts that look like Latin ones. */
    private int letter(int at) {
        int c = text.codePointAt(at);
        int end = at + Character.charCount(c);
        if (c >= WIDE_FROM && c <= WIDE_TO) {
            return add((char) (c - WIDE), at, end);
        }
        if (Character.isSpaceChar(c)) {
            return add(' ', at, end);
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return end;
        }
        char first = Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFKD)
                .charAt(0);
        int like = Foreign.LOOKS.indexOf(first);
        if (like >= 0 || (first < ASCII && Character.isLetterOrDigit(first))) {
            return add(like >= 0 ? Foreign.LIKE.charAt(like) : first, at, end);
        }
        for (int i = at; i < end; i++) {
            add(text.charAt(i), i, i + 1);
        }
        return end;
    }

    /** What most texts do not need. */
    private static final class Foreign {
        static final String LOOKS = "аеорсухіјѕһԁԛԝкмтвнАЕОРСУХІЈЅКМТВНαορνικτυΑΕΟΡΝΙΚΤΥΒΗΜΧΖłøđıß";
        static final String LIKE = "aeopcyxijshdqwkmtbhaeopcyxijskmtbhaopviktuaeopniktybhmxzlodis";
    }
}
