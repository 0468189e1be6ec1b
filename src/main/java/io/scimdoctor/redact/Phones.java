package io.scimdoctor.redact;

/** The shape of telephone numbers that are written in groups. */
final class Phones {
    private static final int FEWEST_DIGITS = 9;
    private static final int MOST_DIGITS = 15;
    private static final int LARGEST_GROUP = 5;

    private Phones() {}

    /** Where a telephone number that starts here ends, or {@code from} when none does. */
    static int end(String text, int from) {
        int digits = 0;
        int groups = 0;
        int group = 0;
        int end = from;
        for (int i = from; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (c >= '0' && c <= '9') {
                digits++;
                group++;
                end = i + 1;
            } else {
                groups += group > 0 ? 1 : 0;
                if (group > LARGEST_GROUP || (c != '\n' && "+ ()-/\u00A0".indexOf(c) < 0)) {
                    boolean wordGoesOn = Character.isLetterOrDigit(c) || c == ':' || c == '@' || group > LARGEST_GROUP;
                    return wordGoesOn ? from : found(text, from, end, digits, groups);
                }
                if (c == '\n') {
                    break;
                }
                group = 0;
            }
        }
        return found(text, from, end, digits, groups);
    }

    /** The digits alone, so that one number has one pseudonym however it is written. */
    static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                digits.append(number.charAt(i));
            }
        }
        return digits.toString();
    }

    /** Whether a whole text is one number. */
    static boolean isPhone(String text) {
        String digits = digits(text);
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = Character.isDigit(c) || "+ ()-./\u00A0".indexOf(c) >= 0;
        }
        return plain && digits.length() >= FEWEST_DIGITS - 2 && digits.length() <= MOST_DIGITS;
    }

    private static int found(String text, int from, int end, int digits, int groups) {
        boolean marked = text.charAt(from) == '+' || text.charAt(from) == '(' || text.charAt(from) == '0';
        boolean year = text.startsWith("19", from) || text.startsWith("20", from);
        boolean enough = digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && groups >= (marked ? 2 : 3);
        return enough && !year ? end : from;
    }
}
