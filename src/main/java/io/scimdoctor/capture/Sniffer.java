package io.scimdoctor.capture;

import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.JsonSplitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides from the first bytes of a capture which form it has. */
final class Sniffer {
    private static final int LINES_TO_TRY = 60;

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

    private final byte[] head;
    private final boolean whole;

    private Sniffer(byte[] head, boolean whole) {
        this.head = head;
        this.whole = whole;
    }

    static Form form(byte[] head, boolean whole) throws IOException {
        return new Sniffer(head, whole).form();
    }

    private Form form() throws IOException {
        int start = 0;
        while (start < head.length && isWhite(head[start])) {
            start++;
        }
        if (start == head.length) {
            return whole ? Form.EMPTY : Form.TEXT;
        }
        if (isBinary()) {
            return Form.BINARY;
        }
        if (head[start] == '[' && startsJson(start + 1)) {
            return Form.ARRAY;
        }
        if (head[start] == '{') {
            Form form = object(start);
            if (form != Form.TEXT) {
                return form;
            }
        }
        if (CsvRows.isHeader(line(start))) {
            return Form.CSV;
        }
        return hasExchangeLine(start) ? Form.LINES : Form.TEXT;
    }

    private static boolean isWhite(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private boolean isBinary() {
        int control = 0;
        int high = 0;
        for (byte b : head) {
            if (b < 0) {
                high++;
            } else if (b < ' ' && !isWhite(b) && b != '\f' && b != 0x1B && b != 0x1E) {
                control++;
            }
        }
        int broken = 0;
        if (high > 0) {
            String text = new String(head, StandardCharsets.UTF_8);
            for (int i = text.indexOf('\uFFFD'); i >= 0; i = text.indexOf('\uFFFD', i + 1)) {
                broken++;
            }
        }
        return (control + broken) * 10L > head.length || startsWith("%PDF-") || startsWith("PK\u0003\u0004");
    }

    private boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (i >= head.length || head[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean startsJson(int from) {
        int position = from;
        while (position < head.length && isWhite(head[position])) {
            position++;
        }
        return position == head.length || "{[]\"".indexOf(head[position]) >= 0;
    }

    private Form object(int start) throws IOException {
        JsonSplitter splitter = new JsonSplitter(ByteSource.of(head, start, head.length));
        Keys keys = Keys.read(splitter);
        if (keys.container != null) {
            return keys.container;
        }
        boolean oneLine = splitter.line() == 1;
        if (splitter.wasCut()) {
            if (whole || !keys.isExchange()) {
                return Form.TEXT;
            }
            return oneLine ? Form.LINES : Form.VALUES;
        }
        int after = splitter.next();
        if (after == '{') {
            return oneLine ? Form.LINES : Form.VALUES;
        }
        return oneLine && after >= 0 && keys.isExchange() ? Form.LINES : Form.TEXT;
    }

    private String line(int start) {
        int end = start;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return new String(head, start, end - start, StandardCharsets.UTF_8);
    }

    /** Whether one of the first lines is a whole exchange: the capture then is NDJSON that starts with garbage. */
    private boolean hasExchangeLine(int start) throws IOException {
        int position = start;
        for (int i = 0; i < LINES_TO_TRY && position < head.length; i++) {
            int end = position;
            while (end < head.length && head[end] != '\n') {
                end++;
            }
            if (head[position] == '{' && end > position + 2) {
                JsonSplitter splitter = new JsonSplitter(ByteSource.of(head, position, end));
                Keys keys = Keys.read(splitter);
                if (!splitter.wasCut() && splitter.next() < 0 && keys.isExchange()) {
                    return true;
                }
            }
            position = end + 1;
        }
        return false;
    }

    /** The keys of one object, as far as they were seen. */
    private static final class Keys {
        private final Set<String> names = new HashSet<>();

        @Nullable
        Form container;

        static Keys read(JsonSplitter splitter) throws IOException {
            Keys keys = new Keys();
            splitter.take();
            for (String key = splitter.key(); key != null; key = splitter.key()) {
                keys.names.add(key);
                keys.container = keys.containerAt(key, splitter);
                if (keys.container != null) {
                    return keys;
                }
                splitter.value(null);
            }
            return keys;
        }

        private @Nullable Form containerAt(String key, JsonSplitter splitter) throws IOException {
            int c = splitter.next();
            return switch (key) {
                // Other logs have an object of that name, too, among others.
                case "log" -> c == '{' && names.size() == 1 ? Form.HAR : null;
                case "records", "value", "responses" -> c == '[' && !names.contains("schemas") ? Form.RECORDS : null;
                case "kind" -> c == '"' && names.contains("schemaVersion") ? Form.OWN_RUN : null;
                default -> null;
            };
        }

        boolean isExchange() {
            return has("ResponseStatusCode")
                    || has("responseStatusCode")
                    || (has("request") && (has("response") || has("status") || has("error") || has("fault")))
                    || (has("schemaVersion") && has("type"))
                    || (has("category") && has("properties"))
                    || isFlat();
        }

        private boolean isFlat() {
            boolean named = has("status") || has("statusCode") || has("startedDateTime") || has("startedAt");
            boolean surrounded = has("headers") || has("body") || has("method") || has("url") || has("request");
            boolean document = has("schemas") || has("error") || has("detail") || has("title") || has("message");
            return named && (surrounded || !document);
        }

        private boolean has(String name) {
            return names.contains(name);
        }
    }
}
