package io.scimdoctor.capture.form;

import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.BodyStatus;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Resource;
import java.util.List;

/** Asks for the evidence without which nothing is an exchange: words somewhere in a text are none. */
final class AnswerGate {
    /** What pages say that a proxy, a gateway or a sign-in puts in the place of an answer. */
    private static final LatePattern PAGE = LatePattern.of("(?i)" + Resource.anyOf(AnswerGate.class, "pages.txt"));

    private static final LatePattern LOGIN = LatePattern.of("AADSTS\\d{4,9}");

    private AnswerGate() {}

    /** Whether there is a status, a failure of the network, or a body that is an answer by its shape. */
    static boolean passes(Draft draft, Hints hints) {
        return draft.hasOutcome() || draft.guessed || draft.blocked || hints.status() != null || isAnswer(draft.body);
    }

    private static boolean isAnswer(String body) {
        String text = body.strip();
        return text.startsWith("<")
                ? BodyStatus.guess(text) != Draft.UNKNOWN
                        || PAGE.matcher(text.substring(0, Math.min(text.length(), 20_000)))
                                .find()
                : List.of(BodyShape.ERROR, BodyShape.SUCCESS).contains(BodyShape.of(text))
                        || text.startsWith("curl: (")
                        || (!text.startsWith("{") && LOGIN.matcher(text).find());
    }
}
