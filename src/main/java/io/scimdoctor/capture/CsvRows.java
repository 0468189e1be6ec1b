package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.CallPart;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180) with a header row, one row at a time: each is a record under the names of the columns. */
final class CsvRows {
    private final ByteSource source;
    private final Intake intake;
    private final int limit;
    private char separator = ',';
    private long line;

    CsvRows(ByteSource source, Intake intake, int limit) {
        this.source = source;
        this.intake = intake;
        this.limit = limit;
    }

    /** Whether a line names columns of which one holds a status and another the call. */
    static boolean isHeader(String line) {
        char separator = separatorOf(line);
        if (separator == 0 || line.indexOf('{') >= 0 || line.indexOf('=') >= 0) {
            return false;
        }
        boolean status = false;
        boolean call = false;
        for (String name : fields(line, separator)) {
            status |= CallPart.isStatus(name);
            call |= CallPart.isTarget(name);
        }
        return status && call;
    }

    private static char separatorOf(String line) {
        for (char candidate : new char[] {'\t', ';', ','}) {
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
                intake.at(start).unused("this row is too long to be read");
            } else if (!closed) {
                intake.at(start).unused("this row is cut off inside quotes");
            } else if (names.isEmpty() && !text.isBlank()) {
                separator = separatorOf(text);
                names = fields(text, separator);
            } else if (!text.isBlank()) {
                row(intake.at(start), names, fields(text, separator));
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

    private static List<String> fields(String row, char separator) {
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

    private static void row(Intake intake, List<String> names, List<String> values) throws IOException {
        if (values.size() == 1 && names.size() > 1) {
            intake.unused("this row has no columns");
            return;
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size() && i < values.size(); i++) {
            // The portal writes the zone behind the name of a time.
            int zone = names.get(i).indexOf(" [");
            record.put(zone > 0 ? names.get(i).substring(0, zone) : names.get(i).trim(), values.get(i));
        }
        if (!intake.record(record)) {
            intake.unused("this row has no response status code");
        }
    }
}
