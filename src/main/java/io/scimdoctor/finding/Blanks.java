package io.scimdoctor.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences with blanks that the evidence of a case fills. {@code {{name|otherwise}}} is the value of the evidence of that
 * name, or what stands behind the bar where nothing is known; {@code {{before|name|otherwise}}} puts words before the value, and
 * {@code {{?name|known|otherwise}}} is the one text or the other; {@code {name}} in it is the value. {@code one/other} is the
 * value of either.
 */
public final class Blanks {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private Blanks() {}

    /** The sentence with what is known of this case. */
    public static String filled(String sentence, List<Evidence> evidence, Audience audience) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        // By hand: a regular expression over all steps took a third of a cold `explain`.
        int open = sentence.indexOf(OPEN);
        int close = sentence.indexOf(CLOSE, open);
        while (open >= 0 && close >= 0) {
            filled.append(sentence, at, open)
                    .append(blank(sentence.substring(open + OPEN.length(), close), evidence, audience));
            at = close + CLOSE.length();
            open = sentence.indexOf(OPEN, at);
            close = sentence.indexOf(CLOSE, open);
        }
        return at == 0
                ? sentence
                : filled.append(sentence, at, sentence.length()).toString();
    }

    /** The sentences with what is known of this case, without those that it leaves empty: what they ask for is known. */
    public static List<String> filled(List<String> sentences, List<Evidence> evidence, Audience audience) {
        List<String> filled = new ArrayList<>();
        for (String sentence : sentences) {
            filled.add(filled(sentence, evidence, audience));
        }
        filled.removeAll(List.of(""));
        return filled;
    }

    private static String blank(String blank, List<Evidence> evidence, Audience audience) {
        String[] parts = blank.split("\\|", -1);
        boolean asks = blank.startsWith("?");
        String name = asks ? parts[0].substring(1) : parts[parts.length - 2];
        String value = null;
        for (Evidence item : evidence) {
            // "none" says that nothing is missing; it is no value to fill in.
            boolean known = List.of(name.split("/")).contains(item.name())
                    && !item.value().seen().equals("none");
            value = known ? item.value().to(audience) : value;
        }
        if (value == null) {
            return parts[parts.length - 1];
        }
        return asks ? parts[1].replace("{" + name + "}", value) : (parts.length > 2 ? parts[0] : "") + value;
    }
}
