package io.scimdoctor.redact;

/** The shape of mail addresses and user principal names. */
final class Mails {
    private static final int LONGEST = 320;

    private Mails() {}

    /** Whether the whole text is one address: something, one last {@code @}, and a domain with a dot. */
    static boolean isMail(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST || text.indexOf('.', at) < 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean domain = i > at;
            boolean plain = Character.isLetterOrDigit(c) || c == '-' || c == '.';
            if (i != at && !plain && (domain || "_+#'!%&~$^=/".indexOf(c) < 0)) {
                return false;
            }
        }
        return text.charAt(text.length() - 1) != '.' && text.charAt(at + 1) != '.';
    }
}
