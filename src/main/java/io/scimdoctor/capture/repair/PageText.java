package io.scimdoctor.capture.repair;

import java.util.regex.Pattern;

/** The text of an HTML page, with the line ends that its elements show. */
public final class PageText {
    private static final Pattern HIDDEN = Pattern.compile(
            "<(style|script|head)\\b[^>]{0,500}>.{0,100000}?</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BREAK =
            Pattern.compile("<(?:br|/p|/div|/tr|/h\\d|/li|/pre|hr)\\b[^>]{0,500}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]{0,2000}+>");

    private PageText() {}

    public static String of(String html) {
        String text = HIDDEN.matcher(html).replaceAll("");
        text = BREAK.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&#160;", " ")
                .replace("&amp;", "&");
    }
}
