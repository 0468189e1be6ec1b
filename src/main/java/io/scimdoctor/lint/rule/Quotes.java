package io.scimdoctor.lint.rule;

/**
 * Tells which places of a text stand within double quotes, or within those of a URL. Places that come about in order cost one
 * pass over the text.
 */
public final class Quotes {
    /** So far back a place may stand before those asked for earlier. */
    private static final int DISORDER = 10_000;

    private static final int QUOTED = 1;
    private static final int ESCAPED = 2;

    private final CharSequence text;
    /** What holds at the start of the text, and at the place that was come to. */
    private int first;

    private int state;
    private int at;

    public Quotes(CharSequence text) {
        this.text = text;
    }

    /** Whether the character there stands within quotes, which end with their line. */
    boolean hold(int place) {
        if (place < at) {
            at = 0;
            state = first;
        }
        move(place - DISORDER);
        int kept = at;
        int then = state;
        move(place);
        boolean found = (state & QUOTED) != 0;
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
            } else if (c == '"' || isEscaped(c)) {
                state ^= QUOTED;
            }
        }
    }

    private boolean isEscaped(char c) {
        return c == '%' && at + 2 < text.length() && text.charAt(at + 1) == '2' && text.charAt(at + 2) == '2';
    }
}
