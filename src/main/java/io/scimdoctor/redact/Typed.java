package io.scimdoctor.redact;

/**
 * What a person types, such as a file's name or a misspelt option. It may hold words that no vocabulary knows, so it is
 * judged by its shape: few short plain words stay, what looks like a key, a password or a telephone number does not.
 */
final class Typed {
    private static final int LONGEST_WORD = 16;
    private static final int MOST_STRANGE_WORDS = 3;
    private static final int MOST_HUMPS = 3;
    private static final int LONGEST_NUMBER = 8;
    private static final int LONGEST_LABEL = 24;
    private static final int LONGEST_HASH = 36;

    private Typed() {}

    /** The text with everything masked that is no plain word or short number. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int strange = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean edge = i == text.length() || Words.isPunctuation(text.codePointAt(i));
            if (edge) {
                String part = text.substring(start, i);
                boolean known = Words.allowed(part);
                strange += known ? 0 : 1;
                shown.append(known || isPlain(part) ? part : Redactor.MASK);
                shown.append(
                        i < text.length() && !Character.isISOControl(text.charAt(i)) ? text.substring(i, i + 1) : "");
                start = i + 1;
            }
        }
        boolean mail = text.indexOf('@') >= 0;
        return strange > MOST_STRANGE_WORDS || mail ? Redactor.MASK : shown.toString();
    }

    /** Whether it is an identifier of words, numbers and hashes, such as {@code 401-token-7} or a GUID. */
    static boolean isIdentifier(String id) {
        int start = 0;
        for (int i = 0; i <= id.length(); i++) {
            boolean edge = i == id.length() || !isAlphanumeric(id.charAt(i));
            if (edge && i < id.length() && "-_.:/ #".indexOf(id.charAt(i)) < 0) {
                return false;
            }
            if (edge) {
                String part = id.substring(start, i);
                if (part.length() > LONGEST_HASH || (mixes(part) && part.length() > LONGEST_NUMBER)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return !id.startsWith("eyJ");
    }

    /** Whether a part of a host's name can be one: mixed case with digits, or great length, is a key's. */
    static boolean isLabel(String label) {
        boolean plain = label.length() <= LONGEST_LABEL && !mixes(label) && !label.regionMatches(true, 0, "eyJ", 0, 3);
        for (int i = 0; i < label.length() && plain; i++) {
            char c = label.charAt(i);
            plain = isAlphanumeric(c) || "-_:[]%".indexOf(c) >= 0;
        }
        return plain || Words.allowed(label);
    }

    /** A word of letters in an ordinary mixture of cases, perhaps with a year or a short number behind it. */
    private static boolean isPlain(String part) {
        int letters = 0;
        int humps = 0;
        while (letters < part.length() && Character.isLetter(part.charAt(letters))) {
            boolean capital = Character.isUpperCase(part.charAt(letters));
            humps += letters > 0 && capital && Character.isLowerCase(part.charAt(letters - 1)) ? 1 : 0;
            letters++;
        }
        String number = part.substring(letters);
        for (int i = 0; i < number.length(); i++) {
            if (!Character.isDigit(number.charAt(i))) {
                return false;
            }
        }
        if (part.startsWith("eyJ")) {
            return false;
        }
        if (letters == 0) {
            return number.length() <= LONGEST_NUMBER;
        }
        boolean year = number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
        return letters <= LONGEST_WORD && humps <= MOST_HUMPS && (number.length() <= 2 || year);
    }

    private static boolean mixes(String text) {
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            upper |= Character.isUpperCase(text.charAt(i));
            lower |= Character.isLowerCase(text.charAt(i));
            digit |= Character.isDigit(text.charAt(i));
        }
        return upper && lower && digit;
    }

    private static boolean isAlphanumeric(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
