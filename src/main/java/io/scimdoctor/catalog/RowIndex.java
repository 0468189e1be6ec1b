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
 * All rows, and which of them can match an answer of a certain status. The build writes it as a text: first a line for each
 * kind of answer with the numbers of its rows, then, behind an empty line, a line for each row.
 */
final class RowIndex {
    /** Rows that can match whatever the status. */
    private static final String ANY = "*";

    /** Rows for a call without an answer. */
    private static final String FAULT = "fault";

    /** Rows for an answer of which the status is not known. */
    private static final String UNKNOWN = "unknown";

    private final List<Row> rows;
    private final Map<String, String> numbers;

    private RowIndex(List<Row> rows, Map<String, String> numbers) {
        this.rows = rows;
        this.numbers = numbers;
    }

    static RowIndex of(String text) {
        Map<String, String> numbers = new HashMap<>();
        int start = 0;
        int end = text.indexOf('\n');
        while (end > start) {
            int blank = text.indexOf(' ', start);
            numbers.put(text.substring(start, blank), text.substring(blank + 1, end));
            start = end + 1;
            end = text.indexOf('\n', start);
        }
        List<Row> rows = new ArrayList<>();
        start = end + 1;
        for (end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
            rows.add(Row.ofLine(text.substring(start, end)));
            start = end + 1;
        }
        return new RowIndex(rows, numbers);
    }

    List<Row> rows() {
        return rows;
    }

    /** The rows of which one can match; the others are never decoded. */
    List<Row> rowsFor(@Nullable Answered answer) {
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
        List<Row> list = new ArrayList<>();
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            list.add(rows.get(i));
        }
        return list;
    }

    private void add(String key, BitSet wanted) {
        String list = numbers.getOrDefault(key, "");
        int number = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == ' ') {
                wanted.set(number);
                number = 0;
            } else {
                number = number * 10 + c - '0';
            }
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
        int number = 0;
        for (Map.Entry<String, JsonNode> row : rows.entrySet()) {
            for (String key : keys(row.getValue())) {
                numbers.computeIfAbsent(key, name -> new StringBuilder())
                        .append(number)
                        .append(' ');
            }
            lines.append(Row.line(row.getKey(), row.getValue())).append('\n');
            number++;
        }
        StringBuilder text = new StringBuilder();
        numbers.forEach((key, list) -> text.append(key).append(' ').append(list).append('\n'));
        return text.append('\n').append(lines).toString();
    }

    private static Set<String> keys(JsonNode row) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode rule : row.path("match")) {
            if (rule.has("fault")) {
                keys.add(FAULT);
            } else if (!rule.has("status")) {
                keys.add(ANY);
            }
            for (JsonNode status : rule.path("status")) {
                keys.add(status.asText());
            }
        }
        if (!keys.contains(FAULT)) {
            keys.add(UNKNOWN);
        }
        return keys;
    }
}
