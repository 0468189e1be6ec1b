package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.record.RecordValues;
import io.scimdoctor.exchange.LatePattern;
import java.util.regex.Matcher;

/** Takes off what {@code curl -w} printed behind a body: a bare status code, or lines of names and values. */
final class WriteOut {
    /** A line that holds nothing but a status, such as {@code 400} or {@code http_code: 400}. */
    private static final LatePattern STATUS = LatePattern.of(PrintedError.FORMS.get("WRITTEN"));

    /** Another of curl's variables, such as {@code time_total: 0.21}. */
    private static final LatePattern VARIABLE = LatePattern.of(PrintedError.FORMS.get("VARIABLE"));

    /** {@code …}400} and {@code …}HTTPSTATUS:400}, where nothing parts the body from the status. */
    private static final LatePattern GLUED = LatePattern.of(PrintedError.FORMS.get("GLUED"));

    private static final int TAIL = 40;

    private WriteOut() {}

    /** Moves a status at the end of the body to where it belongs; a status that is known already must agree. */
    static void strip(Draft draft) {
        String whole = draft.body;
        int end = whole.length();
        while (end > 0) {
            int start = whole.lastIndexOf('\n', end - 1) + 1;
            String line = whole.substring(start, end).trim();
            Matcher status = STATUS.matcher(line);
            if (!line.isEmpty() && !(status.matches() && takes(draft, status.group(1))) && !isVariable(line, draft)) {
                break;
            }
            end = Math.max(0, start - 1);
        }
        String body = whole.substring(0, end).stripTrailing();
        draft.body = body;
        Matcher glued = GLUED.matcher(body).region(Math.max(0, body.length() - TAIL), body.length());
        if (glued.find() && takes(draft, glued.group(1))) {
            draft.body = body.substring(0, glued.start()).stripTrailing();
        }
    }

    private static boolean takes(Draft draft, String code) {
        int status = Integer.parseInt(code);
        boolean agrees = draft.status == Draft.UNKNOWN || draft.status == status;
        draft.status = agrees ? status : draft.status;
        return agrees;
    }

    private static boolean isVariable(String line, Draft draft) {
        Matcher variable = VARIABLE.matcher(line);
        if (!variable.matches()) {
            return false;
        }
        String value = variable.group(4).trim();
        draft.url = draft.url == null && variable.group(1) != null ? value : draft.url;
        draft.method = draft.method == null && variable.group(2) != null ? value : draft.method;
        if (variable.group(3) != null && draft.headers.isEmpty()) {
            RecordValues.add(draft.headers, "Content-Type", value);
        }
        return true;
    }
}
