package io.scimdoctor.capture.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.BodyStatus;
import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.RecordBody;
import io.scimdoctor.capture.SummingSink;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.diagnosis.Caller;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is read from one capture and hands it to the sink, with its place and what the user said about it: exchanges,
 * inner parts for the other forms, and what was seen but cannot be used.
 *
 * <p>Only an exchange with evidence passes (see {@link AnswerGate}); what has none is no answer and is not counted.
 */
public final class Intake {
    /** How deep containers may stand in each other. */
    private static final int DEEPEST = 6;

    /** Where it goes, what the user said about it, and what reads the parts that stand inside others. */
    private record Capture(String file, Hints hints, CaptureSink sink, AllForms forms) {}

    private final Capture capture;
    /** The intake of the whole capture, which counts. */
    private final Intake whole;

    private final long place;
    private final int depth;
    /** Whether the lines of this part are those of the file. */
    private final boolean lined;

    private long count;
    private long exchanges;
    /** Whether this reads the parts of a log, and how many failures they mention without their calls. */
    private boolean isLog;

    private int unread;
    /** How many records tell of a failure in words alone, and whether a call failed, which they may tell of. */
    private int told;

    private boolean failed;

    /** The server of another product that calls of this capture name, unknown of several; empty once they name Microsoft's. */
    private @Nullable String otherServer;

    /** An intake whose exchanges are numbered as they come. */
    public Intake(String file, Hints hints, CaptureSink sink, AllForms forms) {
        this.capture = new Capture(file, hints, sink, forms);
        this.whole = this;
        this.place = 0;
        this.depth = 0;
        this.lined = false;
    }

    private Intake(Intake whole, long place, int depth, boolean lined) {
        this.capture = whole.capture;
        this.whole = whole;
        this.place = place;
        this.depth = depth;
        this.lined = lined;
    }

    /**
     * The same intake for one line or one element: all that it yields bears this number, counted from 1. Within another
     * form, where such numbers would begin again, exchanges are numbered as they come.
     */
    public Intake at(long number) {
        return depth > 0 && !lined ? this : new Intake(whole, number, depth, false);
    }

    private Intake within(boolean lines) {
        return new Intake(whole, place, depth + 1, lines);
    }

    /** An intake for a part of the same file that another thread reads. */
    public Intake part(CaptureSink other) {
        Intake part = new Intake(capture.file(), hints(), other, capture.forms());
        part.otherServer = whole.otherServer;
        return part;
    }

    /** Whether this reads a part of a part, of which nothing is said: the whole says more. */
    public boolean isDeep() {
        return depth > 1;
    }

    /** What the user says about the capture. */
    public Hints hints() {
        return capture.hints();
    }

    /**
     * The sink, once it only sums up; null until then.
     *
     * @param ahead whether more is to come than was looked at
     */
    public @Nullable SummingSink summing(boolean ahead) {
        return capture.sink().summing(ahead);
    }

    /** How many exchanges there were so far, those of inner parts included. */
    public long found() {
        return whole.exchanges;
    }

    /** Whether a text was written about calls rather than printed by one. */
    public boolean refuses(Printed text) {
        return !whole.isLog && hints().status() == null && NoAnswer.isDocument(text.raw());
    }

    /** How many exchanges and unreadable parts there were so far. */
    public long count() {
        return whole.count;
    }

    /** Counts an exchange that went to the sink without passing here. */
    public void passed() {
        whole.count++;
        whole.exchanges++;
    }

    /** Counts what a part counted. */
    public void passed(Intake part) {
        whole.count += part.count;
        whole.exchanges += part.exchanges;
        whole.unread += part.unread;
        whole.told += part.told;
        whole.failed |= part.failed;
    }

    /** Notes the server of a call, before any is taken: bare paths are on it, if it is the only one and serves SCIM. */
    public void notesServer(Draft call) {
        String url = call.method == null || call.url == null ? "" : call.url;
        String host = ScimUrl.parse(url).host();
        if (host != null && !host.equals(whole.otherServer)) {
            boolean other = url.contains("/scim") && Cloud.ofGraphHost(host) == null && !"".equals(whole.otherServer);
            whole.otherServer = !other ? "" : whole.otherServer == null ? host : Draft.UNKNOWN_HOST;
        }
    }

    /** Takes an exchange; false when nothing in it shows that it is one. */
    public boolean exchange(Draft draft) throws IOException {
        draft.body = RecordBody.plain(draft.body);
        draft.unwrap();
        draft.putOn(whole.otherServer);
        boolean bulk = draft.body.contains(":BulkResponse\"");
        // It comes with no other status (RFC 7644, section 3.7.3).
        draft.status = bulk && draft.status == Draft.UNKNOWN ? 200 : draft.status;
        boolean shown = AnswerGate.passes(draft, hints());
        if (shown) {
            recorded(draft);
        }
        int failed = 0;
        for (JsonNode part : bulk ? Json.readLeniently(draft.body).node().path("Operations") : List.<JsonNode>of()) {
            boolean call = part instanceof ObjectNode o
                    && o.put("url", o.path("location").asText()).has("method");
            failed += BodyStatus.own(part.path("status")) < 400 || (call && record(part)) ? 0 : 1;
        }
        failuresUnread(failed);
        return shown;
    }

    /** Takes what is known to be an exchange. */
    public void recorded(Draft draft) throws IOException {
        Source source = new Source(capture.file(), number(), draft.id);
        boolean bare = draft.status == Draft.UNKNOWN && BodyShape.of(draft.body) != BodyShape.SUCCESS;
        whole.failed |= draft.status >= 400 || draft.fault != null || bare;
        passed();
        Caller caller = new Caller(draft.application, draft.tenant);
        capture.sink().exchange(new Captured(source, draft.finish(hints()), caller, draft.recorded));
    }

    /** Whether the sink takes a JSON value for what it is; else it is to be read as an answer. */
    public boolean takenBySink(JsonNode value) throws IOException {
        return counted(capture.sink().value(number(), value));
    }

    /** Whether the sink takes a whole text for what it is; else it is to be read as answers. */
    public boolean takenBySink(String text) throws IOException {
        return counted(depth == 0 && capture.sink().text(text));
    }

    private boolean counted(boolean taken) {
        if (taken) {
            passed();
        }
        return taken;
    }

    /** Hands a text that stood inside to the forms of text; false when it holds no exchange. */
    public boolean text(String inner) throws IOException {
        return depth < DEEPEST && !inner.isBlank() && within(false).printed(Texts.withoutColours(inner), false);
    }

    /** Reads what is left of a text beside its records, unless one of them failed: the rest may tell of it again. */
    public void rest(String left) throws IOException {
        if (!hasFailed()) {
            text(left);
        }
    }

    /** Hands an object that stood inside to the forms of records; false when it holds no exchange. */
    public boolean record(JsonNode inner) throws IOException {
        return depth < DEEPEST && !NoAnswer.isStub(inner) && capture.forms().record(inner, within(false));
    }

    /**
     * Hands bytes that stood inside, such as a member of an archive, to all forms.
     *
     * @param lines whether each of their lines is one of the file, and bears its number
     */
    public void stream(InputStream inner, boolean lines) throws IOException {
        if (depth < DEEPEST) {
            capture.forms().bytes(inner, within(lines));
        }
    }

    /** Reads a text by the forms of text. */
    public boolean printed(String text, boolean cut) throws IOException {
        String told = NoAnswer.withoutPrograms(text);
        boolean read = !told.isBlank() && capture.forms().text(new Printed(told, cut), this);
        if (!read && depth == 0 && hints().status() != null) {
            Draft draft = new Draft();
            draft.body = text.strip();
            draft.truncated = cut;
            return exchange(draft);
        }
        return read;
    }

    /** Reads a part of what is known to be a log by the forms of text; what is said of a part waits for the end. */
    public void logged(String text) throws IOException {
        whole.isLog = true;
        capture.forms().text(new Printed(text, false), this);
    }

    /** Says of the capture as a whole what was to be said of its parts. */
    public void end() throws IOException {
        isLog = false;
        failuresUnread(exchanges == 0 ? 0 : unread + (failed ? 0 : told));
    }

    /** Says that a part could not be used, by a short sentence without anything of the part itself. */
    public void unused(String reason) throws IOException {
        unused(reason, false);
    }

    /** Says the same of a record; one that says of itself that its call failed keeps the others from being healthy. */
    public void unused(JsonNode record, String reason) throws IOException {
        unused(reason, Json.field(record, "success").asText().equalsIgnoreCase("false"));
    }

    /** Says that failures were seen that could not be read as calls, so that nothing around them is taken for healthy. */
    public void failuresUnread(int count) throws IOException {
        if (whole.isLog || count == 0) {
            whole.unread += count;
            return;
        }
        unused(
                count == 1
                        ? "1 more failure is mentioned here, with nothing that shows its call"
                        : count + " more failures are mentioned here, with nothing that shows their calls",
                true);
    }

    /** Whether one of the exchanges so far is a failure. */
    public boolean hasFailed() {
        return whole.failed;
    }

    /** Notes how many more records tell of a failure in words alone, which may be one that is read; gives their number. */
    public int told(int more) {
        whole.told += more;
        return whole.told;
    }

    private void unused(String reason, boolean failed) throws IOException {
        whole.count++;
        capture.sink().unreadable(new Unreadable(new Source(capture.file(), number(), null), reason, failed));
    }

    private long number() {
        return place > 0 ? place : whole.exchanges + 1;
    }
}
