package io.scimdoctor.lint.rule;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.redact.Redactor;
import java.util.List;
import java.util.Locale;

/**
 * A line of a request as it may be shown: names and operators stay, values are masked unless they are known to be
 * harmless. Where some characters went is kept, for the caret below them.
 */
public final class MaskedLine {
    private static final String WORD_SIGNS = "_@.-:";
    private static final List<String> STRUCTURE =
            List.of("op path value add replace remove password operations schemas bearer true false".split(" "));

    private final String raw;
    private final boolean secret;
    private final StringBuilder shown = new StringBuilder();
    private final int[] columns;

    private MaskedLine(String raw, Audience audience) {
        this.raw = raw;
        columns = new int[raw.length() + 1];
        secret = Redactor.mentionsSecret(raw);
        if (audience == Audience.SEEN && Redactor.seen(raw).equals(raw)) {
            keep(0, raw.length());
            columns[raw.length()] = raw.length();
        } else {
            run();
        }
    }

    public static MaskedLine of(String raw, Audience audience) {
        return new MaskedLine(raw, audience);
    }

    public String text() {
        return shown.toString();
    }

    /** The column that a character of the raw text went to. */
    public int column(int offset) {
        return columns[Math.min(offset, raw.length())];
    }

    private void run() {
        boolean quoted = false;
        int at = 0;
        while (at < raw.length()) {
            int separator = separator(at);
            if (separator > 0) {
                String sign = raw.substring(at, at + separator);
                quoted ^= sign.equals("\"") || sign.equals("%22") || sign.equals("\\\"");
                keep(at, separator);
                at += separator;
            } else {
                int end = at;
                while (end < raw.length() && separator(end) == 0) {
                    end++;
                }
                word(at, end, quoted);
                at = end;
            }
        }
        columns[raw.length()] = shown.length();
    }

    /** How many characters of a separator stand here; an escape of a URL is one. */
    private int separator(int at) {
        char c = raw.charAt(at);
        if (c == '%' && at + 2 < raw.length() && hex(at + 1) && hex(at + 2)) {
            return 3;
        }
        if (c == '\\' && at + 1 < raw.length()) {
            return 2;
        }
        return Character.isLetterOrDigit(c) || WORD_SIGNS.indexOf(c) >= 0 ? 0 : 1;
    }

    private boolean hex(int at) {
        return Character.digit(raw.charAt(at), 16) >= 0;
    }

    private void keep(int at, int length) {
        for (int i = 0; i < length; i++) {
            columns[at + i] = shown.length();
            char c = raw.charAt(at + i);
            shown.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c);
        }
    }

    private void word(int start, int end, boolean quoted) {
        String word = raw.substring(start, end);
        boolean harmless = isHarmless(word, start, quoted);
        if (harmless) {
            keep(start, end - start);
            return;
        }
        for (int i = start; i < end; i++) {
            columns[i] = shown.length();
        }
        shown.append(Redactor.MASK);
    }

    /** Whether the string that ends there is the name of a member. */
    private boolean isKey(int end) {
        int at = end + 1;
        while (at < raw.length() && raw.charAt(at) == ' ') {
            at++;
        }
        return end < raw.length() && raw.charAt(end) == '"' && at < raw.length() && raw.charAt(at) == ':';
    }

    private boolean isHarmless(String word, int start, boolean quoted) {
        if (secret && quoted && !isKey(start + word.length())) {
            return STRUCTURE.contains(word.toLowerCase(Locale.ROOT)) || word.startsWith("urn:");
        }
        boolean key = quoted && isKey(start + word.length());
        String masked = (quoted && !key) || (secret && !key) ? Redactor.text(word) : ShownNames.name(word);
        return masked.equals(word);
    }
}
