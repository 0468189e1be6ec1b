package io.scimdoctor.lint.rule;

import java.util.List;

/**
 * Tells which places of a text stand within quotes, plain ones or those of a URL. Places that come about in order cost one
 * pass over the text.
 */
public final class Quotes {
    /** A place may stand this far before the ones that were asked for earlier. */
    private static final int DISORDER = 10_000;

    private static final List<String> QUOTES = List.of("", "\"", "%22", "'", "%27");
    /** Added to the state, which is an index of {@link #QUOTES}, behind a backslash. */
    private static final int ESCAPED = 8;

    private final CharSequence text;
    /** The state at the start of the text. */
    private int first;

    /** The state at {@link #at}. */
    private int state;

    private int at;

    public Quotes(CharSequence text) {
        this.text = text;
    }

    /** The quote within which the character there stands, or nothing; each ends with its line. */
    String at(int place) {
        if (place < at) {
            at = 0;
            state = first;
        }
        move(place - DISORDER);
        int kept = at;
        int then = state;
        move(place);
        String found = QUOTES.get(state % ESCAPED);
        at = kept;
        state = then;
        return found;
    }

    /** To be called before so many characters are taken from the start of the text. */
    public void drop(int count) {
        int ahead = at - count;
        int then = state;
        if (ahead >= 0) {
            at = 0;
            state = first;
        }
        move(count);
        first = state;
        at = Math.max(0, ahead);
        state = ahead >= 0 ? then : first;
    }

    private void move(int to) {
        for (; at < to; at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                state = 0;
            } else if (state >= ESCAPED) {
                state -= ESCAPED;
            } else if (c == '\\') {
                state += ESCAPED;
            } else {
                int quote = quote(c);
                state = quote == state ? 0 : state == 0 ? quote : state;
            }
        }
    }

    /** The number of the quote that the text has come to, or 0. */
    private int quote(char c) {
        if (c == '%' && at + 2 < text.length() && text.charAt(at + 1) == '2') {
            return text.charAt(at + 2) == '2' ? 2 : text.charAt(at + 2) == '7' ? 4 : 0;
        }
        return c == '"' ? 1 : c == '\'' ? 3 : 0;
    }
}
