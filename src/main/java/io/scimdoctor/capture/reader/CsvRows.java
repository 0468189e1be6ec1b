package io.scimdoctor.capture.reader;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.CallPart;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import io.scimdoctor.exchange.Any;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a table with a header row, one row at a time: each is a record under the names of the columns. Tables are CSV (RFC
 * 4180) and the logs of web servers and proxies in W3C's extended format, whose directive {@code #Fields:} names the columns.
 */
final class CsvRows {
    private final ByteSource source;
    private final Intake intake;
    private final Chunk chunk;
    private List<String> names = List.of();
    private char separator = ',';
    /** Whether the rows are lines of a web server's log, which has other paths than this API's, too. */
    private boolean served;
    /** The last {@code #Date:} of such a log, whose rows need not bear one. */
    private String day = "";

    CsvRows(ByteSource source, Intake intake, int limit) {
        this.source = source;
        this.intake = intake;
        this.chunk = new Chunk(limit);
    }

    private static final Set<String> LOGGED = Set.of("Message", "message", "@message", "_raw", "log", "textPayload");
    private static final int MOST_REMARKS = 100;
    private static final String FIELDS = "#Fields: ";
    private static final String DATE = "#Date: ";
    private static final LatePattern TIME = LatePattern.of("(?i).{0,9}(?:time|date).{0,20}");

    /** Whether a text begins with the names of its columns. */
    static boolean isTable(String text) {
        if (text.startsWith(FIELDS) || (text.startsWith("#") && text.contains("\n" + FIELDS))) {
            return true;
        }
        for (String line : Texts.head(text, MOST_REMARKS)) {
            if (!isRemark(line)) {
                return isHeader(line);
            }
        }
        return false;
    }

    /** Whether a line before the columns is none of the table; the first column may be called {@code #}. */
    private static boolean isRemark(String line) {
        return line.startsWith("#") && !isHeader(line);
    }

    /** Whether a line names columns: one of a status and one of the call, or those of an exported log. */
    private static boolean isHeader(String line) {
        char separator = separatorOf(line);
        if (separator == 0 || " >".indexOf(line.charAt(0)) >= 0 || line.indexOf('{') >= 0 || line.indexOf('=') >= 0) {
            return false;
        }
        List<String> names = fields(line, separator);
        return CallPart.areColumns(names)
                || (Any.of(names, LOGGED::contains)
                        && Any.of(names, name -> TIME.matcher(name).matches()));
    }

    private static char separatorOf(String line) {
        return line.indexOf('\t') > 0 ? '\t' : line.indexOf(';') > 0 ? ';' : line.indexOf(',') > 0 ? ',' : 0;
    }

    void read() throws IOException {
        long line = 0;
        while (source.peek() >= 0) {
            Intake one = intake.at(line + 1);
            Place place = Place.START;
            chunk.clear();
            // A row may span lines inside quotes.
            for (int c = source.read(); c >= 0 && (place == Place.QUOTED || c != '\n'); c = source.read()) {
                place = served ? Place.PLAIN : place.after(c, separator);
                line += c == '\n' ? 1 : 0;
                chunk.add(c);
            }
            line++;
            if (chunk.isOverlong()) {
                one.unused("this row is too long to be read");
            } else if (place == Place.QUOTED) {
                one.unused("this row is cut off inside quotes");
            } else {
                row(one, chunk.text());
            }
        }
    }

    private void row(Intake one, String text) throws IOException {
        if (text.startsWith(FIELDS)) {
            served = true;
            names = List.of(text.substring(FIELDS.length()).strip().split("\\s++"));
        }
        day = text.startsWith(DATE)
                ? text.substring(DATE.length()).split(" ", 2)[0].strip()
                : day;
        // Once there are columns, a value of the first one may begin so.
        if (text.isBlank() || (served ? text.startsWith("#") : names.isEmpty() && isRemark(text))) {
            return;
        }
        if (names.isEmpty()) {
            separator = separatorOf(text);
            names = fields(text, separator);
            return;
        }
        separator = !served ? separator : text.indexOf('\t') < 0 ? ' ' : '\t';
        List<String> values = fields(text, separator);
        if (values.size() == 1 && names.size() > 1) {
            one.unused("this row has no columns");
            return;
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        int date = names.indexOf("date");
        String on = date >= 0 && date < values.size() ? values.get(date) : day;
        boolean known = text.contains("graph.microsoft") || text.contains("login.microsoftonline");
        for (int i = 0; i < names.size() && i < values.size(); i++) {
            String name = names.get(i);
            String value = values.get(i);
            if (served && !known && value.startsWith("/") && CallPart.isTarget(name) && !Texts.isOurPath(value)) {
                return;
            }
            // The portal writes the zone behind the name of a time; W3C's times are UTC.
            int zone = name.indexOf(" [");
            boolean clock = served && name.equals("time");
            record.put(zone > 0 ? name.substring(0, zone) : name.trim(), clock ? on + "T" + value + "Z" : value);
        }
        if (!one.record(record) && !Any.of(names, LOGGED::contains)) {
            one.unused(record, "this row has no response status code");
        }
    }

    private static List<String> fields(String row, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        Place place = Place.START;
        int end = row.endsWith("\r") ? row.length() - 1 : row.length();
        for (int i = 0; i < end; i++) {
            char c = row.charAt(i);
            Place next = place.after(c, separator);
            if (next == Place.START) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c != '"' || next == Place.PLAIN || place == Place.CLOSED) {
                field.append(c);
            }
            place = next;
        }
        fields.add(field.toString());
        return fields;
    }

    /** Where in a row the next character stands: a quote means something at the start of a value and within quotes only. */
    private enum Place {
        START,
        PLAIN,
        QUOTED,
        CLOSED;

        Place after(int c, char separator) {
            if (this == QUOTED) {
                return c == '"' ? CLOSED : QUOTED;
            }
            // Right behind the quote that closes, another one stands for itself.
            return c == '"' && this != PLAIN ? QUOTED : c == separator ? START : PLAIN;
        }
    }
}
