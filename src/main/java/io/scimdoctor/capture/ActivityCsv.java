package io.scimdoctor.capture;

import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import io.scimdoctor.capture.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads MicrosoftGraphActivityLogs rows from CSV (RFC 4180) with a header row, one row at a time. */
final class ActivityCsv {
    private final ByteSource source;
    private final ExchangeOutlet outlet;
    private final int limit;
    private char separator = ',';
    private long line;

    ActivityCsv(ByteSource source, ExchangeOutlet outlet, int limit) {
        this.source = source;
        this.outlet = outlet;
        this.limit = limit;
    }

    static boolean isHeader(String line) {
        return Texts.containsIgnoringCase(line, "responsestatuscode")
                && line.indexOf('{') < 0
                && separatorOf(line) != 0;
    }

    private static char separatorOf(String line) {
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (line.indexOf(candidate) > 0) {
                return candidate;
            }
        }
        return 0;
    }

    void read() throws IOException {
        Chunk chunk = new Chunk(limit);
        List<String> names = List.of();
        while (source.peek() >= 0) {
            long start = line + 1;
            boolean closed = row(chunk);
            String text = chunk.text();
            if (chunk.isOverlong()) {
                outlet.unreadable(start, "this row is too long to be read");
            } else if (!closed) {
                outlet.unreadable(start, "this row is cut off inside quotes");
            } else if (names.isEmpty() && !text.isBlank()) {
                separator = separatorOf(text);
                names = fields(text);
            } else if (!text.isBlank()) {
                row(start, names, fields(text));
            }
        }
    }

    /** Takes the bytes of one row, which may span lines inside quotes; false when a quote is never closed. */
    private boolean row(Chunk chunk) throws IOException {
        chunk.clear();
        boolean quoted = false;
        for (int c = source.read(); c >= 0; c = source.read()) {
            if (c == '\n') {
                line++;
                if (!quoted) {
                    return true;
                }
            }
            if (c == '"') {
                quoted = !quoted;
            }
            chunk.add(c);
        }
        return !quoted;
    }

    private List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int end = row.endsWith("\r") ? row.length() - 1 : row.length();
        for (int i = 0; i < end; i++) {
            char c = row.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < end && row.charAt(i + 1) == '"';
                if (escaped) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private void row(long start, List<String> names, List<String> values) {
        if (values.size() == 1 && names.size() > 1) {
            outlet.unreadable(start, "this row has no columns");
            return;
        }
        Draft draft = new Draft();
        for (int i = 0; i < names.size() && i < values.size(); i++) {
            ActivityRow.column(draft, names.get(i), values.get(i));
        }
        if (draft.status == Draft.UNKNOWN) {
            outlet.unreadable(start, "this row has no response status code");
        } else {
            outlet.exchange(start, draft);
        }
    }
}
