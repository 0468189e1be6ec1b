package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All rows, and which of their rules can hold of an answer of a certain status. The build writes it as a text of three
 * parts with empty lines in between: a line for each kind of answer with the numbers of its rules; a line for each row with
 * the lengths of its condition and of each of its rules; and these themselves, packed, one after the other. A start looks
 * at each character of the first two only.
 */
final class RowIndex {
    /** Rules that can hold whatever the status. */
    private static final String ANY = "*";

    /** Rules for a call without an answer. */
    private static final String FAULT = "fault";

    /** Rules for an answer of which the status is not known. */
    private static final String UNKNOWN = "unknown";

    private final Map<String, String> numbers = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private RowIndex(String text) {
        int start = 0;
        int end = text.indexOf('\n');
        while (end > start) {
            int blank = text.indexOf(' ', start);
            numbers.put(text.substring(start, blank), text.substring(blank + 1, end));
            start = end + 1;
            end = text.indexOf('\n', start);
        }
        readRows(text, end + 1);
    }

    static RowIndex of(String text) {
        return new RowIndex(text);
    }

    private void readRows(String text, int from) {
        int behind = text.indexOf("\n\n", from) + 1;
        int packed = behind + 1;
        for (int start = from; start < behind; start = text.indexOf('\n', start) + 1) {
            int blank = text.indexOf(' ', start);
            List<Integer> lengths = numbers(text, blank + 1);
            Row row = null;
            for (int length : lengths) {
                String part = text.substring(packed, packed + length);
                packed += length;
                if (row == null) {
                    row = new Row(text.substring(start, blank), part);
                    rows.add(row);
                } else {
                    rules.add(row.add(part));
                }
            }
        }
    }

    /** The whole numbers from a position on, each with a blank behind it. */
    private static List<Integer> numbers(String text, int from) {
        List<Integer> numbers = new ArrayList<>();
        int number = 0;
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                numbers.add(number);
                number = 0;
            } else {
                number = number * 10 + c - '0';
            }
        }
        return numbers;
    }

    List<Row> rows() {
        return rows;
    }

    /** The rules of which one can hold; the others are never decoded. */
    List<Rule> rulesFor(@Nullable Answered answer) {
        BitSet wanted = new BitSet();
        if (answer == null) {
            add(FAULT, wanted);
        } else if (answer.status() == 0) {
            add(UNKNOWN, wanted);
        } else {
            add(ANY, wanted);
            add(String.valueOf(answer.status()), wanted);
            add(answer.status() / 100 + "xx", wanted);
        }
        List<Rule> list = new ArrayList<>();
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            list.add(rules.get(i));
        }
        return list;
    }

    private void add(String key, BitSet wanted) {
        for (int number : numbers(numbers.getOrDefault(key, ""), 0)) {
            wanted.set(number);
        }
    }

    /**
     * The text of an index.
     *
     * @param rows each row by its id, in order
     * @throws IllegalArgumentException when a row is not of the catalogue's form, naming it
     */
    static String write(Map<String, JsonNode> rows) {
        Map<String, StringBuilder> numbers = new TreeMap<>();
        StringBuilder lines = new StringBuilder();
        StringBuilder packed = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, JsonNode> row : rows.entrySet()) {
            for (JsonNode rule : row.getValue().path(Row.MATCH)) {
                for (String key : keys(rule, row.getValue())) {
                    numbers.computeIfAbsent(key, name -> new StringBuilder())
                            .append(number)
                            .append(' ');
                }
                number++;
            }
            lines.append(row.getKey()).append(' ');
            for (String part : Row.pack(row.getKey(), row.getValue())) {
                lines.append(part.length()).append(' ');
                packed.append(part);
            }
            lines.append('\n');
        }
        StringBuilder text = new StringBuilder();
        numbers.forEach((key, list) -> text.append(key).append(' ').append(list).append('\n'));
        return text.append('\n').append(lines).append('\n').append(packed).toString();
    }

    private static Set<String> keys(JsonNode rule, JsonNode row) {
        if (rule.has("fault")) {
            return Set.of(FAULT);
        }
        Set<String> keys = new TreeSet<>();
        if (row.path(Row.MATCH).findValue("fault") == null) {
            keys.add(UNKNOWN);
        }
        if (!rule.has("status")) {
            keys.add(ANY);
        }
        for (JsonNode status : rule.path("status")) {
            keys.add(status.asText());
        }
        return keys;
    }
}
