package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.Texts;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an HTML page, with the line ends that its elements show. */
public final class PageText {
    private static final Pattern HIDDEN = Pattern.compile("(?i)<(style|script|head)\\b[^>]{0,500}>");
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/tr|/h\\d|/li|/pre|hr)\\b[^>]{0,500}>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!?][^<>]{0,2000}+>");

    /** What reports of tests, and the logger of Apache, tell of a failure in an attribute. */
    private static final Pattern TOLD = Pattern.compile(
            "<(?:(?:failure|error)\\b(?=[^<>]{0,4000}+/>)|Thrown\\b)[^<>]{0,4000}?\\smessage=\"([^\"<]{1,4000}+)\"");

    /** The error of OData as XML. */
    private static final Pattern ODATA =
            Pattern.compile("<(?:m:)?code>([^<]{1,99}+)</(?:m:)?code>\\s{0,99}+<(?:m:)?message\\b[^<>]{0,99}+>");

    private static final String[] ENTITIES =
            "&lt; < &gt; > &#x3C; < &#x3E; > &quot; \" &#34; \" &#x22; \" &#39; ' &#x27; ' &apos; ' &amp; &".split(" ");

    private PageText() {}

    public static String of(String html) {
        // A report of tests has a call in each.
        String text = shown(html.replaceAll("<!\\[CDATA\\[|]]>", "\n").replace("<testcase", "\n===\n<testcase"));
        text = TOLD.matcher(text).replaceAll("\n$1\n$0");
        text = ODATA.matcher(text).replaceAll("Code: $1\nMessage: ");
        text = BREAK.matcher(text.replaceAll("(?i)</t[dh]>", "\t")).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        text = text.replace("&nbsp;", " ").replace("&#160;", " ");
        for (int i = 0; i < ENTITIES.length; i += 2) {
            text = text.replace(ENTITIES[i], ENTITIES[i + 1]);
        }
        return text;
    }

    /** Leaves out what no reader of the page sees; an element that is not closed stays. */
    private static String shown(String html) {
        StringBuilder shown = new StringBuilder();
        Matcher hidden = HIDDEN.matcher(html);
        int copied = 0;
        Set<String> open = new HashSet<>();
        for (int from = 0; hidden.find(from); ) {
            String name = Texts.lower(hidden.group(1));
            Matcher end =
                    Pattern.compile("</" + name + ">", Pattern.CASE_INSENSITIVE).matcher(html);
            if (open.contains(name) || !end.find(hidden.end())) {
                open.add(name);
                from = hidden.end();
            } else {
                shown.append(html, copied, hidden.start());
                copied = end.end();
                from = copied;
            }
        }
        return shown.append(html.substring(copied)).toString();
    }
}
