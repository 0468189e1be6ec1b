package io.scimdoctor.capture.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.capture.record.LogWrapper;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import io.scimdoctor.capture.source.PieceStream;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log of docker, the journal or Splunk in which each line of a program is wrapped in JSON, or of a program whose client
 * logs what it sends and receives line by line: what was printed is one text.
 */
public final class WrappedLines implements Form<ByteSource> {
    private static final int LONGEST_LINE = 16 * 1024 * 1024;
    /** Docker cuts longer lines and gives the pieces no end. */
    private static final int CUT_LINE = 16_000;
    /** How the message of a record begins whose client tells of a call in several. Loaded where several records are. */
    private static final class Told {
        static final Pattern IN = Pattern.compile(
                "(?m)^\\{[^\n]{0,2000}?\":\\s?\"(?:" + Resource.anyOf(WrappedLines.class, "told.txt") + ")");
    }

    @Override
    public boolean matches(ByteSource source) {
        String head = new String(source.head(), StandardCharsets.UTF_8);
        return isPrinted(head) || (isSeveral(head) && Told.IN.matcher(head).find());
    }

    private static boolean isPrinted(String head) {
        return printed(head.split("\n", 2)[0]) != null;
    }

    /** Whether two lines at least begin as records do. */
    private static boolean isSeveral(String head) {
        int first = head.startsWith("{") ? 0 : head.indexOf("\n{");
        return first >= 0 && head.indexOf("\n{", first + 1) > 0;
    }

    @Override
    public void read(ByteSource source, Intake intake) throws IOException {
        boolean told = !isPrinted(new String(source.head(), StandardCharsets.UTF_8));
        Chunk chunk = new Chunk(LONGEST_LINE);
        PieceStream lines = new PieceStream(() -> {
            chunk.clear();
            boolean any = source.line(chunk);
            String printed = told ? logged(chunk.text(), intake) : printed(chunk.text());
            String line = printed == null ? chunk.text() + "\n" : printed;
            return any ? line.getBytes(StandardCharsets.UTF_8) : new byte[0];
        });
        intake.stream(lines, true);
    }

    /** A record as it stands in a log of text; nothing where its fields tell of a call, which is read at once. */
    private static @Nullable String logged(String line, Intake intake) throws IOException {
        JsonNode node = Json.readLeniently(line).node();
        Draft draft = CallRecord.of(node);
        boolean call = draft != null && draft.url != null && intake.record(node);
        return node.isObject() ? "DEBUG - " + (call ? "" : LogWrapper.all(node)) + "\n" : null;
    }

    /** What the program printed, with the end of its line, or null for a line that wraps nothing. */
    private static @Nullable String printed(String line) {
        if (!line.startsWith("{")) {
            return null;
        }
        Json.Partial wrapped = Json.readLeniently(line);
        JsonNode node = wrapped.complete() ? wrapped.node() : MissingNode.getInstance();
        boolean docker = node.path("log").isTextual() && (node.has("stream") || node.has("time"));
        boolean journal = node.has("MESSAGE") || node.path("result").has("_raw");
        // A blank line ends the head of an answer.
        String text = docker ? node.path("log").textValue() : journal ? LogWrapper.text(node) : null;
        // Go's tests say of each line which one has printed it.
        text = node.has("Action") ? node.path("Output").asText() : text;
        if (text == null) {
            return null;
        }
        boolean whole = text.endsWith("\n") || (docker && text.length() > CUT_LINE);
        return whole ? text : text + "\n";
    }
}
