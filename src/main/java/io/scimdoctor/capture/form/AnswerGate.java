package io.scimdoctor.capture.form;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Hints;

/** Asks for the evidence without which nothing is an exchange: words somewhere in a text are none. */
final class AnswerGate {
    private AnswerGate() {}

    /** Whether there is a status, a failure of the network, or a body that is an answer by its shape. */
    static boolean passes(Draft draft, Hints hints) {
        return draft.hasOutcome() || hints.status() != null || !draft.body.isEmpty();
    }
}
