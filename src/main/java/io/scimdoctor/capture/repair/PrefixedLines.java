package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
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

    /** What a collector of logs, a mail or a comparison puts before each line that a program printed. */
    private static final LatePattern COLLECTED = LatePattern.of(FORMS.get("COLLECTED"));

    /** What shows that such a line is no record of its own: it goes on with what was printed before. */
    private static final Sieve GOES_ON = new Sieve(FORMS.get("GOES_ON"));

    /** As {@code cat -n}, {@code grep -n} and {@code bat} write them. */
    private static final LatePattern NUMBERED = LatePattern.of("\\s{0,8}+(\\d{1,7}+)(?:\\t|:| [\u2502|] ?| {1,2}|$)");

    @Override
    public boolean matches(Printed text) {
        return prefix(text.rawLines()) != null;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        LatePattern prefix = Objects.requireNonNull(prefix(text.rawLines()));
        StringBuilder printed = new StringBuilder();
        for (String line : text.rawLines()) {
            Matcher before = prefix.matcher(line);
            printed.append(before.lookingAt() ? line.substring(before.end()) : line)
                    .append('\n');
        }
        String inner = printed.toString().strip();
        if (inner.startsWith("{") || inner.startsWith("[")) {
            intake.stream(new ByteArrayInputStream(inner.getBytes(StandardCharsets.UTF_8)), false);
        } else {
            intake.text(printed.toString());
        }
    }

    /** What every line has before it that is none of it; null where nothing is. */
    private static @Nullable LatePattern prefix(List<String> lines) {
        if (!mayBegin(lines.get(0))) {
            return null;
        }
        Matcher first = COLLECTED.matcher(lines.get(0));
        boolean collected = first.lookingAt()
                && (Any.of(lines, GOES_ON::isIn)
                        || (lines.size() == 1 && first.replaceFirst("").matches("[{\\[].*")))
                && !Any.of(
                        lines,
                        line -> !line.isBlank() && !COLLECTED.matcher(line).lookingAt());
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
