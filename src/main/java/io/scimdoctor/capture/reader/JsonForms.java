package io.scimdoctor.capture.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.SummingSink;
import io.scimdoctor.capture.bulk.Repeats;
import io.scimdoctor.capture.bulk.Templates;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.capture.record.OwnExchange;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import io.scimdoctor.capture.source.JsonSplitter;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JSON forms that hold many exchanges, one at a time. */
final class JsonForms {
    private static final String SCIM = "/scim";
    private static final Set<String> LISTS = Set.of("entries", "records", "value", "responses");

    private final ByteSource source;
    private final JsonSplitter splitter;
    private final Intake intake;
    private final Chunk chunk;
    private final int limit;

    JsonForms(ByteSource source, Intake intake, int limit) throws IOException {
        this.source = source;
        this.splitter = new JsonSplitter(source);
        this.intake = intake;
        this.chunk = new Chunk(limit);
        this.limit = limit;
        lookAhead();
    }

    /** Looks at the calls at the start for the server that bare paths are on, so that all parts are read alike. */
    private void lookAhead() throws IOException {
        byte[] head = source.head();
        // Most captures hold no other product's calls, and need not be read twice.
        boolean other = namesOther(new String(head, StandardCharsets.ISO_8859_1));
        JsonSplitter ahead = new JsonSplitter(ByteSource.of(head));
        if (other && ahead.next() == '[') {
            ahead.enter();
        }
        while (other && ahead.element()) {
            ahead.value(chunk);
            intake.notesServer(CallRecord.draft(Json.readLeniently(chunk.text()).node()));
            chunk.clear();
        }
    }

    /** Whether a path of SCIM stands in a text that is not Microsoft's; a media type is no path. */
    private static boolean namesOther(String text) {
        int at = text.indexOf(SCIM);
        while (at >= 0 && (text.startsWith("/rp", at - 3) || text.startsWith("+json", at + SCIM.length()))) {
            at = text.indexOf(SCIM, at + 1);
        }
        return at >= 0;
    }

    /** One value a line; a line with anything else is reported and skipped. */
    void lines() throws IOException {
        long number = 0;
        boolean summedUp = sumUp(!source.headIsAll(), number);
        while (!summedUp && source.line(chunk)) {
            number++;
            if (chunk.isOverlong()) {
                intake.at(number).unused(ParallelLines.TOO_LONG);
            } else {
                JsonValues.line(chunk.text(), intake.at(number));
            }
            chunk.clear();
            summedUp = sumUp(false, number);
        }
    }

    /** Reads the rest of the lines for their sums, if no more is wanted of them. */
    private boolean sumUp(boolean ahead, long before) throws IOException {
        SummingSink sums = intake.summing(ahead);
        return sums != null && new ParallelLines(source, intake, limit).read(sums, before);
    }

    /** Values one after the other, each over any number of lines. */
    void values() throws IOException {
        for (long index = 1; splitter.next() >= 0; index++) {
            element(index);
        }
    }

    /** The elements of the array that stands next. */
    void elements() throws IOException {
        splitter.enter();
        Repeats repeats = null;
        long index = 1;
        for (; splitter.element(); index++) {
            SummingSink sums = intake.summing(false);
            if (sums != null && repeats == null) {
                repeats = new Repeats(new Templates(), sums);
            }
            if (repeats == null || !isCounted(repeats)) {
                element(index);
                if (repeats != null && !chunk.isOverlong()) {
                    repeats.learn(chunk.held(), 0, chunk.size());
                }
            }
            if (splitter.wasCut()) {
                return;
            }
        }
        if (splitter.wasCut()) {
            intake.at(index).unused("the capture is cut off here");
        }
    }

    /** The elements of the lists under one of the usual names, such as the entries of a HAR file. */
    void lists() throws IOException {
        splitter.enter();
        for (String key = splitter.key(); key != null; key = splitter.key()) {
            int next = splitter.next();
            if (next == '{' && key.equals("log")) {
                splitter.enter();
            } else if (next == '[' && LISTS.contains(key)) {
                elements();
            } else {
                splitter.skip();
            }
        }
    }

    /** The requests of a check, the exchanges of a diagnosis, or those of a recorded run. */
    void ownRun() throws IOException {
        RecordedExchanges recorded = new RecordedExchanges();
        splitter.enter();
        for (String key = splitter.key(); key != null; key = splitter.key()) {
            boolean list = splitter.next() == '[';
            switch (list ? key : "") {
                case "diagnoses" -> elements();
                case "findings" -> each((one, node) -> recorded.finding(node));
                case "requests" -> each((one, node) -> exchange(one, OwnExchange.request(node)));
                case "exchanges" -> each((one, node) -> exchange(one, recorded.exchange(node)));
                case "unreadable" ->
                    each((one, node) -> one.unused("this was unreadable already when the run was made"));
                default -> splitter.skip();
            }
        }
        if (splitter.wasCut()) {
            intake.at(intake.count() + 1).unused("this run is cut off here");
        } else if (intake.count() == 0) {
            intake.unused("this scimdoctor document holds no exchange");
        }
    }

    private static void exchange(Intake one, @Nullable Draft draft) throws IOException {
        if (draft == null) {
            one.unused("this is not an exchange of a run");
        } else {
            one.recorded(draft);
        }
    }

    /** Counts the next element when it shows what an earlier one did; else it has to be read in full. */
    private boolean isCounted(Repeats repeats) throws IOException {
        byte[] held = source.hold();
        int end = repeats.end(held, source.position(), source.end());
        boolean counted = end >= 0 && end - source.position() <= limit && repeats.count(held);
        if (counted) {
            source.skipTo(end);
            intake.passed();
        }
        return counted;
    }

    private void element(long index) throws IOException {
        chunk.clear();
        splitter.value(chunk);
        if (splitter.wasCut()) {
            intake.at(index).unused("the capture is cut off inside this entry");
        } else if (chunk.isOverlong()) {
            intake.at(index).unused("this is too long to be read");
        } else {
            JsonValues.read(chunk.text(), intake.at(index));
        }
    }

    /** Is handed one element of a list, with an intake for its place. */
    private interface Element {
        void read(Intake one, JsonNode node) throws IOException;
    }

    private void each(Element element) throws IOException {
        splitter.enter();
        for (long index = 1; splitter.element(); index++) {
            chunk.clear();
            splitter.value(chunk);
            String text = chunk.isOverlong() ? "" : chunk.text();
            element.read(intake.at(index), Json.readLeniently(text).node());
        }
    }
}
