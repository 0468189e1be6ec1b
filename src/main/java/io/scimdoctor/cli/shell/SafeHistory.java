package io.scimdoctor.cli.shell;

import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SecretShape;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines that were typed, without those that hold anything in the shape of a secret. */
final class SafeHistory extends DefaultHistory {
    private static final Pattern NAMED = Pattern.compile(
            "(?i)eyJ|bearer\\s|(?:password|secret|token|key|assertion|authorization|cookie)[\"']?\\s*[=:]");

    /** Everything in quotes, and the value behind the operator of a filter even without quotes. */
    private static final Pattern VALUE =
            Pattern.compile("[\"']([^\"']*+)[\"']?|(?i:\\s(?:eq|ne|co|sw|ew|gt|ge|lt|le)\\s+)([^\"\\s][^\\s)]*)");

    private static final Pattern SEPARATOR = Pattern.compile("[\\s\"'=,;()]+");

    @Override
    public void add(Instant time, String line) {
        if (isHarmless(line)) {
            super.add(time, line);
        }
    }

    /** A line with a personal value stays in this session's history, and is not written to the file. */
    @Override
    public boolean isPersistable(Entry entry) {
        return super.isPersistable(entry) && isImpersonal(entry.line());
    }

    /** Whether it holds no value that a report would mask. */
    static boolean isImpersonal(String line) {
        String plain = line.strip().replaceAll("\\s++", " ");
        return line.indexOf('@') < 0
                && VALUE.matcher(line)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .allMatch(value -> Redactor.text(value).equals(value))
                && Redactor.seen(line).equals(line)
                && Redactor.typed(plain).equals(plain);
    }

    static boolean isHarmless(String line) {
        return line.indexOf('\n') < 0
                && Pasted.of(line) == Pasted.LINE
                && !NAMED.matcher(line).find()
                && SEPARATOR.splitAsStream(line).noneMatch(SecretShape::is);
    }
}
