package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.TransportFault;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What curl says of a failure, such as {@code curl: (22) The requested URL returned error: 400}.
 *
 * @param code its exit code (curl's man page, "EXIT CODES"), or 0 when it is cut off
 * @param status what it tells of an answer, or {@link Draft#UNKNOWN}
 * @param fault what happened on the way, or null when an answer came
 */
record CurlError(
        String line,
        int code,
        String message,
        int status,
        @Nullable TransportFault fault) {
    private static final LatePattern LINE = LatePattern.of("^curl: \\((\\d{0,3})\\)? ?(.*)");

    /** {@code (22) The requested URL returned error: 400} and {@code (56) CONNECT tunnel failed, response 407}. */
    private static final LatePattern TOLD = LatePattern.of("(?:returned error: |response |HTTP code )([1-5]\\d\\d)\\b");

    private static final int REFUSED = 22;
    private static final int PARTIAL_FILE = 18;
    private static final int TIMED_OUT = 28;
    private static final int RECEIVING = 56;

    /** @param line one that begins with {@code curl: (} */
    static CurlError of(String line) {
        Matcher matcher = LINE.matcher(line);
        int code = matcher.find() && !matcher.group(1).isEmpty() ? Integer.parseInt(matcher.group(1)) : 0;
        String message = matcher.group(2);
        Matcher told = TOLD.matcher(code == REFUSED || code == RECEIVING ? message : "");
        int status = told.find() ? Integer.parseInt(told.group(1)) : Draft.UNKNOWN;
        return new CurlError(line, code, message, status, FaultWords.curl(code, message));
    }

    /** Whether an answer that began did not end. */
    boolean breaksOff() {
        return code == PARTIAL_FILE || fault != null;
    }

    /** Whether something is missing of the body that came. */
    boolean cuts(CharSequence body) {
        return code == PARTIAL_FILE || code == TIMED_OUT || (code == RECEIVING && !body.isEmpty());
    }

    /** Whether a proxy answered, to the request for a tunnel. */
    boolean isOfProxy() {
        return status != Draft.UNKNOWN && code == RECEIVING;
    }

    /** The call, as far as this line tells of it. */
    Draft draft() {
        Draft failed = new Draft();
        failed.status = status;
        if (status == Draft.UNKNOWN && fault != null) {
            failed.unanswered(fault, "curl ended with exit code " + code);
        } else if (status == Draft.UNKNOWN) {
            failed.body = line;
        }
        return failed;
    }
}
