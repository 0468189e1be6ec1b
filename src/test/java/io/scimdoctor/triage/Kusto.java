package io.scimdoctor.triage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates the small part of the Kusto query language that the query uses, written from its documentation. */
final class Kusto {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(@\"[^\"]*\"|@'[^']*'|\"[^\"]*\"|\\d+ms|\\d+|[A-Za-z_]\\w*|==|!=|>=|<=|[-><(),=])");

    private final Map<String, Object> lets = new HashMap<>();
    private List<Map<String, Object>> rows;
    private List<String> tokens = List.of();
    private int at;
    private Map<String, Object> row = Map.of();
    private int index;

    private Kusto(List<Map<String, Object>> rows) {
        this.rows = rows;
    }

    /** The rows that the query makes of the table's rows. */
    static List<Map<String, Object>> run(String query, List<Map<String, Object>> table) {
        Kusto kusto = new Kusto(table);
        StringBuilder plain = new StringBuilder();
        for (String line : query.split("\n")) {
            int comment = line.startsWith("//") ? 0 : line.indexOf(" // ");
            plain.append(comment < 0 ? line : line.substring(0, comment)).append('\n');
        }
        for (String step : plain.toString().split("\n(?=\\||let|Microsoft)")) {
            kusto.step(step.trim());
        }
        return kusto.rows;
    }

    private void step(String step) {
        if (step.isEmpty() || step.startsWith("MicrosoftGraphActivityLogs")) {
            return;
        }
        tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(step.replaceFirst("^\\|", ""));
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        at = 1;
        switch (tokens.get(0)) {
            case "let" ->
                lets.put(
                        tokens.get(1),
                        Duration.ofMillis(Long.parseLong(tokens.get(3).replace("ms", ""))));
            case "where" -> rows.removeIf(each -> !(Boolean) evaluate(each, 1));
            case "extend" -> extend();
            case "sort" -> sort();
            case "summarize" -> summarize();
            default -> throw new IllegalArgumentException("no such step: " + step);
        }
    }

    private Object evaluate(Map<String, Object> each, int from) {
        row = each;
        at = from;
        return or();
    }

    private void extend() {
        long sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            row = rows.get(i);
            index = i;
            at = 3;
            Object value = or();
            if (tokens.get(3).equals("row_cumsum")) {
                sum += (Long) value;
                value = sum;
            }
            row.put(tokens.get(1), value);
        }
    }

    @SuppressWarnings("unchecked")
    private void sort() {
        String first = tokens.get(2);
        String second = tokens.get(5);
        Comparator<Map<String, Object>> order = Comparator.comparing(each -> (Comparable<Object>) each.get(first));
        rows.sort(order.thenComparing(each -> (Comparable<Object>) each.get(second)));
    }

    private void summarize() {
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        for (Map<String, Object> each : rows) {
            Map<String, Object> group = groups.computeIfAbsent(
                    each.get("Finding") + " " + each.get("Window"), key -> new HashMap<>(Map.of("Count", 0L)));
            group.put("Finding", each.get("Finding"));
            group.merge("Count", 1L, (one, two) -> (Long) one + (Long) two);
            Instant time = (Instant) each.get("TimeGenerated");
            group.merge("FirstSeen", time, (one, two) -> ((Instant) one).isBefore((Instant) two) ? one : two);
            group.merge("LastSeen", time, (one, two) -> ((Instant) one).isAfter((Instant) two) ? one : two);
        }
        rows = new ArrayList<>(groups.values());
    }

    private boolean accept(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private Object or() {
        Object value = and();
        while (accept("or")) {
            Object other = and();
            value = (Boolean) value || (Boolean) other;
        }
        return value;
    }

    private Object and() {
        Object value = comparison();
        while (accept("and")) {
            Object other = comparison();
            value = (Boolean) value && (Boolean) other;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private Object comparison() {
        Object left = difference();
        if (accept("==")) {
            return left.equals(difference());
        } else if (accept("!=")) {
            return !left.equals(difference());
        } else if (accept(">=")) {
            return ((Comparable<Object>) left).compareTo(difference()) >= 0;
        } else if (accept("<=")) {
            return ((Comparable<Object>) left).compareTo(difference()) <= 0;
        } else if (accept(">")) {
            return ((Comparable<Object>) left).compareTo(difference()) > 0;
        } else if (accept("<")) {
            return ((Comparable<Object>) left).compareTo(difference()) < 0;
        } else if (accept("startswith")) {
            return lower(left).startsWith(lower(difference()));
        } else if (accept("contains")) {
            return lower(left).contains(lower(difference()));
        } else if (accept("matches")) {
            at++;
            return Pattern.compile((String) difference()).matcher((String) left).find();
        } else if (accept("in")) {
            at++;
            return arguments().contains(left);
        }
        return left;
    }

    private static String lower(Object text) {
        return ((String) text).toLowerCase(Locale.ROOT);
    }

    private Object difference() {
        Object value = primary();
        if (accept("-")) {
            return Duration.between((Instant) primary(), (Instant) value);
        }
        return value;
    }

    private Object primary() {
        String token = tokens.get(at++);
        if (token.equals("(")) {
            Object value = or();
            at++;
            return value;
        }
        if (token.startsWith("@")) {
            return token.substring(2, token.length() - 1);
        }
        if (token.startsWith("\"")) {
            return token.substring(1, token.length() - 1);
        }
        if (Character.isDigit(token.charAt(0))) {
            return Long.valueOf(token);
        }
        if (token.equals("prev")) {
            String column = tokens.get(at + 1);
            at += 3;
            return index == 0
                    ? missing(column)
                    : Objects.requireNonNull(rows.get(index - 1).get(column));
        }
        if (accept("(")) {
            return call(token, arguments());
        }
        Object known = row.containsKey(token) ? row.get(token) : lets.get(token);
        if (known == null) {
            throw new IllegalArgumentException("no such name: " + token);
        }
        return known;
    }

    private static Object missing(String column) {
        return column.equals("Finding") ? "" : Instant.EPOCH;
    }

    private List<Object> arguments() {
        List<Object> values = new ArrayList<>();
        while (!accept(")")) {
            values.add(or());
            accept(",");
        }
        return values;
    }

    private static Object call(String name, List<Object> values) {
        Object first = values.get(0);
        return switch (name) {
            case "not" -> !(Boolean) first;
            case "isempty" -> ((String) first).isEmpty();
            case "tostring" -> first.toString();
            case "toupper" -> ((String) first).toUpperCase(Locale.ROOT);
            case "tolower" -> lower(first);
            case "strcat" -> values.stream().map(Object::toString).reduce("", String::concat);
            case "trim" -> ((String) values.get(1)).replaceAll("^(?:" + first + ")|(?:" + first + ")$", "");
            case "replace_string" -> ((String) first).replace((String) values.get(1), (String) values.get(2));
            case "url_decode" -> decode((String) first);
            case "extract" -> extract((String) first, ((Long) values.get(1)).intValue(), (String) values.get(2));
            case "iff" -> (Boolean) first ? values.get(1) : values.get(2);
            case "case" -> choose(values);
            case "row_cumsum" -> first;
            default -> throw new IllegalArgumentException("no such function: " + name);
        };
    }

    /** Percent-decoding alone; a plus stays what it is. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String extract(String regex, int group, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        return matcher.find() && matcher.group(group) != null ? matcher.group(group) : "";
    }

    private static Object choose(List<Object> values) {
        for (int i = 0; i + 1 < values.size(); i += 2) {
            if ((Boolean) values.get(i)) {
                return values.get(i + 1);
            }
        }
        return values.get(values.size() - 1);
    }
}
