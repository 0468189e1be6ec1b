package io.scimdoctor.report.format;

import java.util.regex.Pattern;

/** Text without what XML 1.0 cannot hold in any form (section 2.2, "Characters"). */
public final class XmlText {
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^\t\n\r -\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    /** The text without markup. */
    public static String escaped(String text) {
        return NOT_ALLOWED
                .matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
