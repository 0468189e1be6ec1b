package io.scimdoctor.capture.form;

import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.BodyStatus;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.exchange.LatePattern;
import java.util.List;

/** Asks for the evidence without which nothing is an exchange: words somewhere in a text are none. */
final class AnswerGate {
    /** What pages say that a proxy, a gateway or a sign-in puts in the place of an answer. */
    private static final LatePattern PAGE = LatePattern.of(
            "(?i)<title>[^<]{0,200}?(?:denied|blocked|forbidden|unauthorized|sign in|log ?in|unavailable|gateway|time-?out|rejected"
                    + "|authentication|web filter|security|proxy|error \\d|bad request|not found)|request rejected|reference #");

    private static final LatePattern GUIDE =
            LatePattern.of("(?i)<title>[^<]{0,200}?(?:troubleshoot|documentation| learn)");
    private static final LatePattern LOGIN = LatePattern.of("AADSTS\\d{4,9}");

    private AnswerGate() {}

    /** Whether there is a status, a failure of the network, or a body that is an answer by its shape. */
    static boolean passes(Draft draft, Hints hints) {
        return draft.hasOutcome() || draft.guessed || draft.blocked || hints.status() != null || isAnswer(draft.body);
    }

    private static boolean isAnswer(String body) {
        String text = body.strip();
        if (text.startsWith("<")) {
            String head = text.substring(0, Math.min(text.length(), 20_000));
            return !GUIDE.matcher(head).find()
                    && (BodyStatus.guess(text) != Draft.UNKNOWN
                            || PAGE.matcher(head).find());
        }
        return List.of(BodyShape.ERROR, BodyShape.SUCCESS).contains(BodyShape.of(text))
                || text.startsWith("curl: (")
                || (!text.startsWith("{") && LOGIN.matcher(text).find());
    }
}
