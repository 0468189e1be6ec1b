package io.scimdoctor.redact;

import io.scimdoctor.scim.ScimUrl;

/** The shape of telephone, card and account numbers that are written in groups. */
final class Phones {
    private static final int FEWEST_DIGITS = 9;
    /** An account number has more than a telephone number. */
    private static final int MOST_DIGITS = 32;

    private static final int LONGEST = 45;
    private static final int GUID = 36;
    private static final int LARGEST_GROUP = 8;
    private static final int SMALLER_GROUP = 5;
    private static final String SEPARATORS = "+ ()-/\u00A0";

    private Phones() {}

    /** Where a telephone number that starts here ends, or {@code from} when none does. */
    static int end(String text, int from) {
        if (ScimUrl.isGuid(text.substring(from, Math.min(text.length(), from + GUID)))) {
            return from;
        }
        boolean marked = "+(0".indexOf(text.charAt(from)) >= 0;
        int longest = marked ? LARGEST_GROUP : SMALLER_GROUP;
        int digits = 0;
        int groups = 0;
        int group = 0;
        int end = from;
        int last = Math.min(text.length(), from + LONGEST);
        for (int i = from; i <= last; i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9') {
                group++;
                continue;
            }
            // A group that a letter follows belongs to what comes next, such as a GUID or a time.
            boolean alien = Character.isLetterOrDigit(c) || c == ':' || c == '@';
            if (group > longest || digits + group > MOST_DIGITS || (group > 0 && alien)) {
                break;
            }
            digits += group;
            groups += group > 0 ? 1 : 0;
            end = group > 0 ? i : end;
            group = 0;
            if (SEPARATORS.indexOf(c) < 0 || (c == '+' && digits > 0)) {
                break;
            }
        }
        boolean year = text.startsWith("19", from) || text.startsWith("20", from);
        boolean enough = digits >= FEWEST_DIGITS && groups >= (marked ? 2 : 3);
        return enough && !year ? end : from;
    }

    /** The digits alone, so that one number has one pseudonym however it is written. */
    static String digits(String number) {
        return number.replaceAll("\\P{Nd}+", "");
    }
}
