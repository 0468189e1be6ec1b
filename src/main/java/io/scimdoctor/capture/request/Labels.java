package io.scimdoctor.capture.request;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The names behind or below which loggers print the parts of a request, such as {@code URL:} and {@code Body:}. */
final class Labels {
    private static final LatePattern BEGINNING = LatePattern.of(RequestScan.FORMS.get("BEGINNING"));
    private static final LatePattern ADDRESS = LatePattern.of(RequestScan.FORMS.get("ADDRESS"));
    private static final LatePattern METHOD = LatePattern.of(RequestScan.FORMS.get("METHOD"));
    static final LatePattern FIELDS = LatePattern.of(RequestScan.FORMS.get("FIELDS"));
    static final LatePattern BODY = LatePattern.of(RequestScan.FORMS.get("BODY"));
    static final LatePattern ANSWER = LatePattern.of(RequestScan.FORMS.get("ANSWER"));
    private static final LatePattern SEVERAL = LatePattern.of(RequestScan.FORMS.get("SEVERAL"));
    private static final int NEAR = 8;

    private Labels() {}

    /** The address and the method that stand on a line and on one of the next; null without both. */
    static HttpMessage.@Nullable Start start(List<String> lines, int first) {
        if (!BEGINNING.matcher(lines.get(first)).lookingAt()) {
            return null;
        }
        String near = String.join("\n", lines.subList(first, Math.min(first + NEAR, lines.size())));
        Matcher method = METHOD.matcher(near);
        Matcher address = ADDRESS.matcher(near);
        boolean found = method.find();
        String whole = found ? method.group("url") : null;
        if (!found || (whole == null && !address.find())) {
            return null;
        }
        Draft draft = new Draft();
        draft.method = method.group(1).toUpperCase(Locale.ROOT);
        draft.url = whole != null ? whole : address.group(1).strip();
        int end = whole != null ? method.end() : Math.max(method.end(), address.end());
        return new HttpMessage.Start(
                draft, first + (int) near.substring(0, end).lines().count());
    }

    /** Takes the fields of a line below or behind their name, as programs write lists and maps of them. */
    static void fields(Draft draft, String line) {
        String text = FIELDS.matcher(line).replaceFirst("").strip();
        String one = text.replaceFirst("^[*\\s-]{0,20}([\\w-]{1,60}+)\\s{0,40}[:=]\\s{0,4}(?=[^\\[\\s])", "$1: ");
        Matcher several = SEVERAL.matcher(Texts.isHeaderLine(one) ? "" : text);
        Answers.header(draft.requestHeaders, one);
        while (several.find()) {
            Answers.header(
                    draft.requestHeaders,
                    several.group(1) + ": " + several.group(2).strip());
        }
    }
}
