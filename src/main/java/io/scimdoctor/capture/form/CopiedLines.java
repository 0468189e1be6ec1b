package io.scimdoctor.capture.form;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.HeaderPlace;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Undoes what happens to a transcript on its way: doubled line ends, the quoting of mails, and the prefixes of logs. */
public final class CopiedLines {
    /** A mail thread, or a log within a mail; deeper quoting is left alone. */
    private static final int MOST_PREFIXES = 8;

    /** What stands before a status line; the sign of curl for a received line belongs to the line. */
    private static final LatePattern STATUS_LINE = LatePattern.of("^(.*?)(?:<[ \\t])?(?=HTTP/\\d)");

    /** A carriage return as it is spelled by what shows all bytes. */
    private static final LatePattern SPELLED = LatePattern.of("(?m)(?:\\\\r(?:\\\\n)?|\\\\x0d|\\^M)$");

    private static final LatePattern NUMBERS = LatePattern.of("\\p{Nd}++");
    private static final LatePattern PARTS = LatePattern.of("\\p{Nd}++|\\P{Nd}++");
    private static final LatePattern QUOTING = LatePattern.of("[>|\\s]+");

    private CopiedLines() {}

    /** The lines as they were printed, from the first that is not blank. */
    static List<String> of(String text) {
        String plain = SPELLED.matcher(text).replaceAll("");
        List<String> copied = Texts.lines((plain.isBlank() ? text : plain).stripTrailing());
        int first = 0;
        while (copied.get(first).isBlank()) {
            first++;
        }
        List<String> lines = plain(new ArrayList<>(copied.subList(first, copied.size())));
        lines.set(0, lines.get(0).stripLeading());
        return lines;
    }

    /** Whether lines hold a status line, or what curl says of a failure. */
    public static boolean isTranscript(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith("curl: (") || Texts.statusLine(line) != Draft.UNKNOWN) {
                return true;
            }
        }
        return isVerbose(lines);
    }

    /** Whether lines are what {@code curl -v} prints, with a sign before each. */
    public static boolean isVerbose(List<String> lines) {
        for (String line : lines) {
            if ((line.startsWith("< ") && Texts.statusLine(line.substring(2)) != Draft.UNKNOWN)
                    || (line.startsWith("> ")
                            && Answers.request(line.substring(2).trim()) != null)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> plain(List<String> copied) {
        List<String> lines = isDoubled(copied)
                ? IntStream.range(0, (copied.size() + 1) / 2)
                        .mapToObj(i -> copied.get(2 * i))
                        .collect(Collectors.toList())
                : copied;
        for (int i = 0; i < MOST_PREFIXES; i++) {
            Pattern prefix = prefix(lines);
            if (prefix == null) {
                break;
            }
            lines.replaceAll(line -> prefix.matcher(line).replaceFirst(""));
        }
        return lines;
    }

    /**
     * Whether a blank line follows every line, also a status line that fields stand behind: a carriage return and a line feed
     * that each became a line end.
     */
    private static boolean isDoubled(List<String> lines) {
        for (int i = 1; i < lines.size(); i += 2) {
            if (!lines.get(i).isBlank()) {
                return false;
            }
        }
        for (int i = 0; i + 2 < lines.size(); i++) {
            if (before(lines.get(i)) != null && isField(lines, i + 2)) {
                return true;
            }
        }
        return false;
    }

    /** A body may look like one field; behind a field there is another one, the blank line, or the end. */
    private static boolean isField(List<String> lines, int at) {
        String line = lines.get(at).replaceFirst("^[<>|\\s]+", "");
        boolean another = at + 2 >= lines.size() || lines.get(at + 2).isBlank();
        return Texts.isHeaderLine(line)
                && (!HeaderPlace.find(line).isEmpty() || another || Texts.isHeaderLine(lines.get(at + 2)));
    }

    /** What stands before the status line of a line; null when there is none. */
    private static @Nullable String before(String line) {
        if (!line.contains("HTTP/")) {
            return null;
        }
        Matcher matcher = STATUS_LINE.matcher(line);
        boolean answer = matcher.find() && Texts.statusLine(line.substring(matcher.end())) != Draft.UNKNOWN;
        return answer ? matcher.group(1) : null;
    }

    /** A pattern for the prefix of the first status line that has one; null when there is none. */
    private static @Nullable Pattern prefix(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String before = before(lines.get(i));
            Pattern prefix = before == null || before.isEmpty() ? null : prefix(before, lines, i);
            if (prefix != null) {
                return prefix;
            }
        }
        return null;
    }

    /** Quoting needs no proof; other text before a status line is a log's prefix only if a field behind it has it, too. */
    private static @Nullable Pattern prefix(String before, List<String> lines, int at) {
        boolean quoting = QUOTING.matcher(before).matches();
        String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
        if (!quoting && !Stream.of(NUMBERS.split(before.stripTrailing())).allMatch(next::contains)) {
            return null;
        }
        Pattern prefix = Pattern.compile("^" + shape(before.stripTrailing()) + (quoting ? "[ \\t]?" : "\\s*"));
        boolean repeated = isField(prefix.matcher(next));
        return quoting || repeated ? (before.isBlank() ? Pattern.compile("^" + before) : prefix) : null;
    }

    /** Whether a field stands behind the prefix; where it is another status line, this is a log of one line a call. */
    private static boolean isField(Matcher prefixed) {
        return prefixed.find() && Texts.isHeaderLine(prefixed.replaceFirst("").replaceFirst("^<[ \\t]", ""));
    }

    /** A pattern for the prefix, in which times and numbers may differ. */
    private static String shape(String before) {
        return PARTS.matcher(before)
                .replaceAll(part -> Matcher.quoteReplacement(
                        Character.isDigit(part.group().charAt(0)) ? "\\d+" : Pattern.quote(part.group())));
    }
}
