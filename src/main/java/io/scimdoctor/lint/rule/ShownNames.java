package io.scimdoctor.lint.rule;

import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.scim.Schema;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names out of a request as they may be shown: what the allow-list knows, and what is one slip away from a name of this
 * API. Such a misspelt name is the very thing that a finding is about, and it is nobody's secret.
 */
public final class ShownNames {
    private static final int SHORTEST_SLIP = 4;
    private static final String WORDS =
            "filter attributes excludedAttributes count cursor startIndex sortBy sortOrder users groups schemas resourcetypes serviceproviderconfig startswith endswith"
                    + " contains substringof equals select skip orderby expand search replace remove Operations path value manager bulk";

    /** Words beside each other, or a number alone: no name is that, but addresses and telephone numbers are. */
    private static final Pattern VALUE =
            Pattern.compile("[\\p{L}\\p{Nd}.,][ \\u00a0][\\p{L}\\p{Nd}]|^[+(]?\\p{Nd}[\\p{Nd} ().+-]{3,}$");

    private ShownNames() {}

    /** The text with every word masked that is neither known to be harmless nor nearly a name of this API. */
    public static String name(String text) {
        if (VALUE.matcher(text).find()) {
            return Redactor.MASK;
        }
        if (Redactor.text(text).equals(text)) {
            return text;
        }
        if (text.indexOf('@') >= 0) {
            return Redactor.MASK;
        }
        boolean joined = Known.JOINED.matcher(text).find();
        return Known.WORD
                .matcher(text)
                .replaceAll(word -> isHarmless(word.group(), joined) ? "$0" : Redactor.MASK)
                .replaceAll("\\p{Cc}", " ");
    }

    private static boolean isHarmless(String word, boolean joined) {
        return (joined ? Redactor.harmlessParts(word) : Redactor.text(word)).equals(word)
                || (word.length() >= SHORTEST_SLIP && Nearest.of(word, Known.NAMES) != null);
    }

    /** Collected on first use: few names have to be asked about. */
    private static final class Known {
        /** Words that a dot or a line joins, each of which may be a usual one. */
        static final Pattern JOINED = Pattern.compile("\\p{L}[._]\\p{L}");

        static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]++");
        static final List<String> NAMES = names();

        private static List<String> names() {
            List<String> names = new ArrayList<>(List.of(WORDS.split(" ")));
            for (Schema schema : Schemas.load().all()) {
                for (SchemaAttribute attribute : schema.attributes()) {
                    names.add(attribute.name());
                    attribute.subAttributes().forEach(sub -> names.add(sub.name()));
                }
            }
            return names;
        }
    }
}
