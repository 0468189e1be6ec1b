package io.scimdoctor.exchange;

/** Cuts texts at a limit without cutting a character in two: those beyond the basic plane are pairs. */
public final class Beginning {
    private Beginning() {}

    /** Where to cut a text, so that at most this many characters are left and none is cut in two. */
    public static int end(String text, int most) {
        if (text.length() <= most) {
            return text.length();
        }
        boolean split = most > 0 && Character.isSurrogatePair(text.charAt(most - 1), text.charAt(most));
        return split ? most - 1 : most;
    }

    /** The text, or the beginning of it. */
    public static String of(String text, int most) {
        return text.substring(0, end(text, most));
    }
}
