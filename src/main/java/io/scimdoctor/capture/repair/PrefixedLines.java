package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.NoAnswer;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.Any;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What a program printed, with something before each line: the time of a collector or of CI, a quote, or a line number. */
public final class PrefixedLines implements Form<Printed> {
    private static final Patterns FORMS = Resource.patterns(PrefixedLines.class, "prefixed.patterns");
    private static final int FEWEST_NUMBERS = 3;
    private static final int MOST_LINES = 300;

    /** What a collector of logs, a mail or a comparison puts before each line that a program printed. */
    private static final LatePattern COLLECTED = LatePattern.of(FORMS.get("COLLECTED"));

    /** What shows that such a line is no record of its own: it goes on with what was printed before. */
    private static final Sieve GOES_ON = new Sieve(FORMS.get("GOES_ON"));

    private static final LatePattern OBJECTS = LatePattern.of("(?:(?:\\{|\\[[\\[{]).*+\n|\\s)*+");

    /** How a mail, and Markdown, marks what it quotes. */
    private static final LatePattern QUOTED = LatePattern.of("> ?");

    /** What only curl, whose signs look like quoting, has at the beginning of a line. */
    private static final Sieve TRACED = new Sieve(FORMS.get("TRACED"));

    /** As {@code cat -n}, {@code grep -n} and {@code bat} write them. */
    private static final LatePattern NUMBERED = LatePattern.of("\\s{0,8}+(\\d{1,7}+)(?:\\t|:| [\u2502|] ?| {1,2}|$)");

    private final boolean any;

    /** @param any whether what stands before all lines is no part of them, because nothing could be read with it */
    public PrefixedLines(boolean any) {
        this.any = any;
    }

    @Override
    public boolean matches(Printed text) {
        return inner(text) != null;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        byte[] inner = Objects.requireNonNull(inner(text)).stripTrailing().getBytes(StandardCharsets.UTF_8);
        intake.stream(new ByteArrayInputStream(inner), false);
    }

    /** Whether signs or numbers stand before lines, so that they say nothing of themselves. */
    public static boolean isMarked(Printed text) {
        return isQuoted(text) || isNumbered(text.rawLines());
    }

    /** Whether most lines are quoted; a few may be what somebody typed behind a prompt. */
    private static boolean isQuoted(Printed text) {
        int quoted = 0;
        for (String line : text.rawLines()) {
            quoted += line.startsWith(">") ? 1 : line.isBlank() ? 0 : -1;
        }
        return quoted > 0 && !Any.of(text.rawLines(), TRACED::isIn);
    }

    /** A text without what stands before its lines and is none of it; null when nothing does. */
    private @Nullable String inner(Printed text) {
        List<String> lines = text.rawLines();
        boolean setIn = !Any.of(lines, line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)));
        boolean padded = lines.size() > 1 && !Any.of(lines, line -> !line.isBlank() && !line.endsWith(" "));
        if (setIn || padded) {
            return isNumbered(lines)
                    ? without(NUMBERED, lines)
                    : String.join("\n", lines).stripIndent();
        }
        if (isQuoted(text)) {
            return without(QUOTED, lines);
        }
        LatePattern prefix = mayBegin(lines.get(0)) ? prefix(lines) : null;
        return prefix == null ? null : without(prefix, lines);
    }

    private static String without(LatePattern prefix, List<String> lines) {
        StringBuilder printed = new StringBuilder();
        for (String line : lines) {
            Matcher before = prefix.matcher(line);
            printed.append(before.lookingAt() ? line.substring(before.end()) : line)
                    .append('\n');
        }
        return printed.toString();
    }

    /** What every line has before it that is none of it; null where nothing is. */
    private @Nullable LatePattern prefix(List<String> lines) {
        Matcher first = COLLECTED.matcher(lines.get(0));
        boolean begins = first.lookingAt();
        boolean goesOn = begins && Any.of(lines, GOES_ON::isIn);
        // A time before a level is that of the record itself, and what is longer is the log of a program.
        boolean own = !begins
                || lines.size() > MOST_LINES
                || Texts.isRecord(lines.get(0).substring(first.end()));
        boolean whole = (goesOn || !own)
                && !Any.of(
                        lines,
                        line -> !line.isBlank() && !COLLECTED.matcher(line).lookingAt());
        // Without it there are objects, or what was written about calls.
        String text = goesOn || any || !whole ? "" : without(COLLECTED, lines);
        boolean collected = whole && (text.isEmpty() || OBJECTS.matcher(text).matches() || NoAnswer.isDocument(text));
        return collected ? COLLECTED : isNumbered(lines) ? NUMBERED : null;
    }

    /** Spares most texts the patterns: a prefix begins with a number, a month, a sign or a blank, or ends with a bar or a tab. */
    private static boolean mayBegin(String line) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        return "[>+ \t0123456789".indexOf(first) >= 0
                || line.indexOf(' ') == 3
                || line.indexOf('|') > 0
                || line.indexOf('\t') > 0;
    }

    /** Whether a JSON document over many lines begins behind what stands before the first. */
    public static boolean beginsDocument(String first) {
        return COLLECTED.matcher(first).replaceFirst("").strip().matches("[{\\[]");
    }

    private static boolean isNumbered(List<String> lines) {
        int next = 0;
        for (String line : lines) {
            Matcher number = NUMBERED.matcher(line);
            if (!number.lookingAt() || (next > 0 && Integer.parseInt(number.group(1)) != next)) {
                return false;
            }
            next = Integer.parseInt(number.group(1)) + 1;
        }
        return lines.size() >= FEWEST_NUMBERS;
    }
}
