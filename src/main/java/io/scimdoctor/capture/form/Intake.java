package io.scimdoctor.capture.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.CaptureReader;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.ExchangeOutlet;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.record.RecordBody;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes what a form reads: exchanges, inner parts for the other forms, and what was seen but cannot be used.
 *
 * <p>Only an exchange with evidence passes (see {@link AnswerGate}); what has none is no answer and is not counted.
 */
public final class Intake {
    /** How deep containers may stand in each other. */
    private static final int DEEPEST = 6;

    private final ExchangeOutlet outlet;
    private final long place;
    private final int depth;

    /** An intake whose exchanges are numbered as they come. */
    public Intake(ExchangeOutlet outlet) {
        this(outlet, 0, 0);
    }

    private Intake(ExchangeOutlet outlet, long place, int depth) {
        this.outlet = outlet;
        this.place = place;
        this.depth = depth;
    }

    /**
     * The same intake for one line or one element: all that it yields bears this number, counted from 1. Within another
     * form, where such numbers would begin again, exchanges are numbered as they come.
     */
    public Intake at(long number) {
        return depth > 0 ? this : new Intake(outlet, number, depth);
    }

    /** Whether this reads what stands inside another form, where not everything is meant to be an answer. */
    public boolean isInner() {
        return depth > 0;
    }

    /** What the user says about the capture. */
    public Hints hints() {
        return outlet.hints();
    }

    /** How many exchanges there were so far, those of inner parts included. */
    public long found() {
        return outlet.exchanges();
    }

    /** Takes an exchange; false when nothing in it shows that it is one. */
    public boolean exchange(Draft draft) {
        draft.body = RecordBody.plain(draft.body);
        if (!AnswerGate.passes(draft, hints())) {
            return false;
        }
        outlet.exchange(number(), draft);
        return true;
    }

    /** Hands a text that stood inside to the forms of text; false when it holds no exchange. */
    public boolean text(String inner) throws IOException {
        return depth < DEEPEST && !inner.isBlank() && new Intake(outlet, place, depth + 1).printed(inner, false);
    }

    /** Hands an object that stood inside to the forms of records; false when it holds no exchange. */
    public boolean record(JsonNode inner) throws IOException {
        return depth < DEEPEST && Forms.read(Forms.records(), inner, new Intake(outlet, place, depth + 1));
    }

    /** Hands bytes that stood inside, such as a member of an archive, to all forms; false without an exchange. */
    public boolean stream(InputStream inner) throws IOException {
        long before = found();
        if (depth < DEEPEST) {
            CaptureReader.inner(inner, new Intake(outlet, place, depth + 1));
        }
        return found() > before;
    }

    /** Reads a text by the forms of text. */
    public boolean printed(String text, boolean cut) throws IOException {
        if (hints().status() == null && NoAnswer.isDocument(text)) {
            return false;
        }
        long before = found();
        boolean read = Forms.read(Forms.texts(), new Printed(text, cut), this);
        if (!read && found() == before && depth == 0 && hints().status() != null) {
            Draft draft = new Draft();
            draft.body = text.strip();
            draft.truncated = cut;
            return exchange(draft);
        }
        return read;
    }

    /** Says that a part could not be used, by a short sentence without anything of the part itself. */
    public void unused(String reason) {
        outlet.unreadable(number(), reason);
    }

    /** Says that failures were seen that could not be read as calls, so that nothing around them is taken for healthy. */
    public void failuresUnread(int count) {
        outlet.failuresUnread(
                number(),
                count == 1
                        ? "1 more failure is mentioned here, with nothing that shows its call"
                        : count + " more failures are mentioned here, with nothing that shows their calls");
    }

    public ExchangeOutlet outlet() {
        return outlet;
    }

    private long number() {
        return place > 0 ? place : outlet.exchanges() + 1;
    }
}
