package io.scimdoctor.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes off what a log puts in front of every line: a time, a level, the name of a program or a container. */
final class LinePrefix {
    private static final int FEWEST_LINES = 4;
    private static final List<String> ENDS = List.of(": ", "] ", "| ", "│ ");

    private LinePrefix() {}

    /** The lines without what all of them begin with; lines that begin differently stay as they are. */
    static List<String> without(List<String> lines) {
        long filled = lines.stream().filter(line -> !line.isBlank()).count();
        if (filled < FEWEST_LINES) {
            return lines;
        }
        List<String> timeless = withoutTimes(lines);
        String prefix = common(timeless);
        if (prefix.isEmpty()) {
            return timeless;
        }
        List<String> plain = new ArrayList<>();
        for (String line : timeless) {
            String rest = line.length() < prefix.length() ? "" : line.substring(prefix.length());
            plain.add(rest.startsWith(": HTTP/") ? rest.substring(2) : rest);
        }
        return plain;
    }

    private static List<String> withoutTimes(List<String> lines) {
        if (!lines.get(0).matches("\\[?\\d{4}-\\d{2}-\\d{2}[T ].*")) {
            return lines;
        }
        List<String> plain = new ArrayList<>();
        for (String line : lines) {
            String rest = Times.PATTERN.matcher(line).replaceFirst("");
            if (rest.length() == line.length() && !line.isBlank()) {
                return lines;
            }
            plain.add(rest);
        }
        return plain;
    }

    /** What all lines share, up to a mark that ends a prefix. */
    private static String common(List<String> lines) {
        String shared = null;
        for (String line : lines) {
            if (!line.isBlank()) {
                shared = shared == null ? line + " " : shared.substring(0, common(shared, line + " "));
            }
        }
        String all = shared == null ? "" : shared;
        int end = 0;
        for (String mark : ENDS) {
            int at = all.lastIndexOf(mark);
            end = Math.max(end, at < 0 ? 0 : at + mark.length());
        }
        return all.substring(0, end);
    }

    private static int common(String one, String other) {
        int end = 0;
        while (end < one.length() && end < other.length() && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return end;
    }

    /** Compiled only when the first line starts with a date. */
    private static final class Times {
        static final Pattern PATTERN = Pattern.compile(
                "^\\[?\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})?\\]?\\s?");
    }
}
