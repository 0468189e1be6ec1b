package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.bulk.Repeats;
import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.bulk.Templates;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.OwnExchange;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import io.scimdoctor.capture.source.JsonSplitter;
import io.scimdoctor.capture.source.ParallelLines;
import io.scimdoctor.json.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the JSON forms that hold many exchanges, one at a time. */
final class JsonForms {
    private static final String TOO_LONG = "this is too long to be read";

    private final ByteSource source;
    private final ExchangeOutlet outlet;
    private final Records records;
    private final Chunk chunk;
    private final int limit;

    JsonForms(ByteSource source, Intake intake, int limit) {
        this.source = source;
        this.outlet = intake.outlet();
        this.records = new Records(intake);
        this.chunk = new Chunk(limit);
        this.limit = limit;
    }

    /** One value a line; a line with anything else is reported and passed over. */
    void lines() throws IOException {
        long number = 0;
        SummingSink sums = outlet.summing();
        chunk.clear();
        while (sums == null && source.line(chunk)) {
            number++;
            if (chunk.isOverlong()) {
                outlet.unreadable(number, ParallelLines.TOO_LONG);
            } else {
                records.line(number, chunk.text());
            }
            chunk.clear();
            sums = outlet.summing();
        }
        if (sums != null) {
            new ParallelLines(source, outlet, limit, number).read(sums);
        }
    }

    /** Values one after the other, each over any number of lines. */
    void values() throws IOException {
        JsonSplitter splitter = new JsonSplitter(source);
        for (long index = 1; splitter.next() >= 0; index++) {
            element(splitter, index);
        }
    }

    /** The elements of the array that stands at the start. */
    void array() throws IOException {
        JsonSplitter splitter = new JsonSplitter(source);
        splitter.next();
        elements(splitter, 1);
    }

    /** The entries of a HAR file. */
    void har() throws IOException {
        JsonSplitter splitter = new JsonSplitter(source);
        splitter.next();
        boolean found = enter(splitter, "log") && enter(splitter, "entries");
        if (found && splitter.next() == '[') {
            elements(splitter, 1);
        } else {
            outlet.unreadable(1, "this HAR holds no entries");
        }
    }

    /** The elements of the first list under one of the usual names. */
    void recordList() throws IOException {
        JsonSplitter splitter = new JsonSplitter(source);
        splitter.next();
        splitter.take();
        for (String key = splitter.key(); key != null; key = splitter.key()) {
            boolean list = key.equals("records") || key.equals("value") || key.equals("responses");
            if (list && splitter.next() == '[') {
                elements(splitter, 1);
            } else {
                splitter.value(null);
            }
        }
    }

    /** The requests of a check, the exchanges of a diagnosis, or those of a recorded run. */
    void ownRun() throws IOException {
        JsonSplitter splitter = new JsonSplitter(source);
        RecordedExchanges recorded = new RecordedExchanges(outlet);
        splitter.next();
        splitter.take();
        for (String key = splitter.key(); key != null; key = splitter.key()) {
            boolean list = splitter.next() == '[';
            if (list && key.equals("diagnoses")) {
                elements(splitter, 1);
            } else if (list && key.equals("requests")) {
                requests(splitter);
            } else if (list && key.equals("findings")) {
                each(splitter, (index, node) -> recorded.finding(node));
            } else if (list && key.equals("exchanges")) {
                each(splitter, recorded::exchange);
            } else if (list && key.equals("unreadable")) {
                unreadable(splitter);
            } else {
                splitter.value(null);
            }
        }
        if (splitter.wasCut()) {
            outlet.unreadable(outlet.count() + 1, "this run is cut off here");
        } else if (outlet.count() == 0) {
            outlet.unreadable(1, "this scimdoctor document holds no exchange");
        }
    }

    private static boolean enter(JsonSplitter splitter, String name) throws IOException {
        if (splitter.next() != '{') {
            return false;
        }
        splitter.take();
        for (String key = splitter.key(); key != null; key = splitter.key()) {
            if (key.equals(name)) {
                return true;
            }
            splitter.value(null);
        }
        return false;
    }

    private void elements(JsonSplitter splitter, long firstIndex) throws IOException {
        splitter.take();
        long index = firstIndex;
        Repeats repeats = null;
        while (splitter.element()) {
            SummingSink sums = outlet.summing();
            if (sums != null && repeats == null) {
                repeats = new Repeats(new Templates(), sums);
            }
            if (repeats == null || !isCounted(repeats)) {
                element(splitter, index);
                learn(repeats);
            }
            index++;
            if (splitter.wasCut()) {
                return;
            }
        }
        if (splitter.wasCut()) {
            outlet.unreadable(index, "the capture is cut off here");
        }
    }

    /** Counts the next element when it shows what an earlier one did; else it has to be read in full. */
    private boolean isCounted(Repeats repeats) throws IOException {
        byte[] held = source.hold();
        int end = repeats.end(held, source.position(), source.end());
        if (end < 0 || end - source.position() > limit) {
            return false;
        }
        if (!repeats.count(held)) {
            return false;
        }
        source.skipTo(end);
        outlet.passed();
        return true;
    }

    private void learn(@Nullable Repeats repeats) {
        if (repeats != null && !chunk.isOverlong()) {
            byte[] element = chunk.bytes();
            repeats.learn(element, 0, element.length);
        }
    }

    private void element(JsonSplitter splitter, long index) throws IOException {
        chunk.clear();
        splitter.value(chunk);
        if (splitter.wasCut()) {
            outlet.unreadable(index, "the capture is cut off inside this entry");
        } else if (chunk.isOverlong()) {
            outlet.unreadable(index, TOO_LONG);
        } else {
            records.text(index, chunk.text());
        }
    }

    /** Is handed one element of a list, counted from one. */
    private interface Element {
        void read(long index, JsonNode node);
    }

    private void each(JsonSplitter splitter, Element element) throws IOException {
        splitter.take();
        for (long index = 1; splitter.element(); index++) {
            element.read(index, node(splitter));
        }
    }

    private void requests(JsonSplitter splitter) throws IOException {
        each(splitter, (index, node) -> {
            if (node.isObject()) {
                outlet.exchange(index, OwnExchange.draft(node, node));
            } else {
                outlet.unreadable(index, "this is not a request of a run");
            }
        });
    }

    private void unreadable(JsonSplitter splitter) throws IOException {
        each(splitter, (index, node) -> outlet.unreadable(index, "this was unreadable already when the run was made"));
    }

    private JsonNode node(JsonSplitter splitter) throws IOException {
        chunk.clear();
        splitter.value(chunk);
        return Json.readLeniently(chunk.isOverlong() ? "" : chunk.text()).node();
    }
}
