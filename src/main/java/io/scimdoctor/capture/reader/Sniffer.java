package io.scimdoctor.capture.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.CopiedLines;
import io.scimdoctor.capture.record.ActivityRow;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.JsonSplitter;
import io.scimdoctor.exchange.Any;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides from the first bytes of a capture which form it has. */
final class Sniffer {
    private static final int BYTES_TO_TRY = 4096;
    private static final int LINES_TO_TRY = 60;
    /** The first object of a list as Python and Node print it: its names stand in other quotes, or in none. */
    private static final LatePattern PRINTED = LatePattern.of("\\{\\s*+['\\p{L}_]");

    /** The forms that are read in different ways. */
    enum Form {
        EMPTY,
        BINARY,
        HAR,
        RECORDS,
        OWN_RUN,
        ARRAY,
        LINES,
        VALUES,
        CSV,
        TEXT
    }

    private final ByteSource source;
    private final JsonSplitter splitter;
    private final Set<String> keys = new HashSet<>();

    /** Looks at the keys of the object at the start of a text, one character a byte. */
    private Sniffer(String object) {
        source = ByteSource.of(object.getBytes(StandardCharsets.ISO_8859_1));
        splitter = new JsonSplitter(source);
    }

    static Form form(byte[] head, boolean whole) throws IOException {
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        if (text.isEmpty()) {
            return whole ? Form.EMPTY : Form.TEXT;
        }
        if (isBinary(head, text)) {
            return Form.BINARY;
        }
        if (text.startsWith("[")) {
            String first = text.substring(1).stripLeading();
            if (first.isEmpty()
                    || ("{[]\"".indexOf(first.charAt(0)) >= 0
                            && !PRINTED.matcher(first).lookingAt())) {
                return Form.ARRAY;
            }
        }
        Form form = text.startsWith("{") && !PRINTED.matcher(text).lookingAt()
                ? new Sniffer(text).object(text, whole)
                : Form.TEXT;
        if (form != Form.TEXT) {
            return form;
        }
        // Columns have names in any language.
        String read = new String(head, StandardCharsets.UTF_8).stripLeading();
        return CsvRows.isTable(read) ? Form.CSV : hasExchangeLine(text) ? Form.LINES : Form.TEXT;
    }

    private static boolean isBinary(byte[] head, String text) {
        int broken = 0;
        int length = Math.min(head.length, BYTES_TO_TRY);
        for (char c : new String(head, 0, length, StandardCharsets.UTF_8).toCharArray()) {
            broken += c == '\uFFFD' || (c < ' ' && "\t\n\r\f\u001B\u001E".indexOf(c) < 0) ? 1 : 0;
        }
        return broken * 10 > length || text.startsWith("%PDF-") || text.startsWith("PK\u0003\u0004");
    }

    private Form object(String text, boolean whole) throws IOException {
        Form container = container();
        if (container != null) {
            return container;
        }
        boolean oneLine = text.lastIndexOf('\n', source.position() - 1) < 0;
        Form several = oneLine ? Form.LINES : Form.VALUES;
        if (splitter.wasCut()) {
            return whole || !isRecord(text) ? Form.TEXT : several;
        }
        int after = splitter.next();
        return after == '{' ? several : oneLine && after >= 0 && isRecord(text) ? Form.LINES : Form.TEXT;
    }

    /** Whether one of the first lines is a whole exchange, and no body below its head: NDJSON that starts with garbage. */
    private static boolean hasExchangeLine(String text) {
        List<String> first = Texts.head(text, LINES_TO_TRY);
        return !CopiedLines.isTranscript(first)
                && Any.of(
                        first,
                        line -> line.startsWith("{") && Json.readLeniently(line).complete() && isRecord(line));
    }

    /** Reads the keys, as far as they were seen, up to one that tells that the object holds exchanges. */
    private @Nullable Form container() throws IOException {
        splitter.enter();
        for (String key = splitter.key(); key != null; key = splitter.key()) {
            keys.add(key);
            int next = splitter.next();
            Form form = switch (key) {
                // Other logs have an object of that name, too, among others.
                case "log" -> next == '{' && keys.size() == 1 ? Form.HAR : null;
                case "records", "value", "responses" -> next == '[' && !keys.contains("schemas") ? Form.RECORDS : null;
                case "kind" -> next == '"' && keys.contains("schemaVersion") ? Form.OWN_RUN : null;
                default -> null;
            };
            if (form != null) {
                return form;
            }
            splitter.skip();
        }
        return null;
    }

    /** Whether an object, or what is there of one, tells of a call, or is a line of a run of scimdoctor. */
    private static boolean isRecord(String object) {
        JsonNode node = Json.readLeniently(object).node();
        return CallRecord.of(node) != null
                || new ActivityRow().matches(node)
                || (node.has("schemaVersion") && node.has("type"));
    }
}
