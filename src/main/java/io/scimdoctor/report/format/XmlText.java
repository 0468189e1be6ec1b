package io.scimdoctor.report.format;

import java.util.regex.Pattern;

/** Text without what XML 1.0 cannot hold in any form (section 2.2, "Characters"). */
public final class XmlText {
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^\t\n\r -\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    public static String of(String text) {
        return NOT_ALLOWED.matcher(text).replaceAll("");
    }

    /** The same without markup. */
    public static String escaped(String text) {
        return of(text).replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
