package io.scimdoctor.finding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences with blanks that the evidence of a case fills. {@code {{name|otherwise}}} is the value of the evidence of that
 * name, or what stands behind the bar where nothing is known; {@code {{before|name|otherwise}}} puts words before the value, and
 * {@code {{?name|known|otherwise}}} is the one text or the other; {@code {name}} in it is the value. {@code one/other} is the
 * value of either.
 */
public final class Blanks {
    /** What stands between a pair of double braces; single ones may stand within. */
    private static final Pattern BLANK = Pattern.compile("\\{\\{([^}]*+(?:}(?!})[^}]*+)*+)}}");

    private Blanks() {}

    /** The sentence with what is known of this case. */
    public static String filled(String sentence, List<Evidence> evidence, Audience audience) {
        return sentence.indexOf("{{") < 0
                ? sentence
                : BLANK.matcher(sentence)
                        .replaceAll(found -> Matcher.quoteReplacement(blank(found.group(1), evidence, audience)));
    }

    /** The sentences with what is known of this case, without those that it leaves empty: what they ask for is known. */
    public static List<String> filled(List<String> sentences, List<Evidence> evidence, Audience audience) {
        return sentences.stream()
                .map(sentence -> filled(sentence, evidence, audience))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String blank(String blank, List<Evidence> evidence, Audience audience) {
        String[] parts = blank.split("\\|", -1);
        boolean asks = blank.startsWith("?");
        String name = asks ? parts[0].substring(1) : parts[parts.length - 2];
        String value = null;
        for (Evidence item : evidence) {
            // Nothing is missing: that is known, and nothing to fill in.
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
