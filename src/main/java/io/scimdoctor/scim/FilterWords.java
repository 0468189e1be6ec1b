package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.scim.Filter.LiteralKind;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words of a filter may be: names and values. */
final class FilterWords {
    /**
     * What can name an attribute: ASCII letters, digits, dash and underscore (RFC 7643, section 2.1), with the colons, dots
     * and slashes of URNs, sub-attributes and this API's {@code country/region}.
     */
    private static final Pattern ATTRIBUTE = Pattern.compile("(?i)(?=urn:|[^:]*+$)[a-z$](?:[.:]?[a-z0-9_/-])*+");

    /** A number as JSON writes it (RFC 8259, section 6). */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private FilterWords() {}

    static boolean isAttribute(String word) {
        return ATTRIBUTE.matcher(word).matches();
    }

    /** What a bare word is as a value, or null when it is none. */
    static @Nullable LiteralKind literalKind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "false" -> LiteralKind.BOOLEAN;
            case "null" -> LiteralKind.NULL;
            default -> NUMBER.matcher(word).matches() ? LiteralKind.NUMBER : null;
        };
    }

    /** A text as a filter writes it, which is as JSON does. */
    static String quoted(String text) {
        return JsonWriter.compactText(new TextNode(text));
    }
}
