package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * What a person types, such as a file's name or a misspelt option. It may hold words that no vocabulary knows, so it is
 * judged by its shape: few short plain words stay, what looks like a key, a password or a telephone number does not.
 */
final class Typed {
    private static final LatePattern HOME = LatePattern.of("(?i)([/\\\\](?:home|users)[/\\\\]++)[^/\\\\]++");
    private static final LatePattern HASH = LatePattern.of("[0-9A-Za-z]{0,36}");
    private static final LatePattern LABEL = LatePattern.of("(?!(?i:eyJ))[0-9A-Za-z_:\\[\\]%-]{0,24}");
    /** A short number, or a word of letters in an ordinary mixture of cases, perhaps with a year or such a number. */
    private static final LatePattern PLAIN = LatePattern.of(
            "(?U)(?!eyJ)(?:\\d{0,8}|\\d{0,2}[\\p{L}&&[\\x{0}-\\x{FFFF}]]{1,16}+" + "(?:\\d{0,2}|(?:19|20)\\d\\d))");

    private static final int MOST_STRANGE_WORDS = 3;
    private static final int MOST_HUMPS = 3;
    private static final int LONGEST_NUMBER = 8;

    private Typed() {}

    /** The text with everything masked that is no plain word or short number. */
    static String shown(String typed) {
        String text = HOME.matcher(typed).replaceAll("$1" + Matcher.quoteReplacement(Redactor.MASK));
        StringBuilder shown = new StringBuilder();
        int strange = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Words.isPunctuation(text.codePointAt(i))) {
                String part = text.substring(start, i);
                boolean known = Words.allowed(part);
                strange += known ? 0 : 1;
                shown.append(known || isPlain(part) ? part : Redactor.MASK);
                if (i < text.length() && !Character.isISOControl(text.charAt(i))) {
                    shown.append(text.charAt(i));
                }
                start = i + 1;
            }
        }
        return strange > MOST_STRANGE_WORDS || text.indexOf('@') >= 0 ? Redactor.MASK : shown.toString();
    }

    /** Whether it is an identifier of words, numbers and hashes, such as {@code 401-token-7} or a GUID. */
    static boolean isIdentifier(String id) {
        return !id.startsWith("eyJ")
                && Stream.of(id.split("[-_.:/ #]", -1))
                        .allMatch(part -> HASH.matcher(part).matches()
                                && (part.length() <= LONGEST_NUMBER || !Words.hasAllKinds(part)));
    }

    /** Whether a part of a host's name can be one: mixed case with digits, or great length, is a key's. */
    static boolean isLabel(String label) {
        return Words.allowed(label) || (LABEL.matcher(label).matches() && !Words.hasAllKinds(label));
    }

    private static boolean isPlain(String part) {
        return PLAIN.matcher(part).matches() && part.split("(?<=\\p{Ll})(?=\\p{Lu})").length <= MOST_HUMPS + 1;
    }
}
