package io.scimdoctor.cli.shell;

import io.scimdoctor.redact.SecretShape;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines that were typed, without those that hold anything in the shape of a secret. */
final class SafeHistory extends DefaultHistory {
    private static final Pattern NAMED = Pattern.compile(
            "(?i)eyJ|bearer\\s|(?:password|secret|token|key|assertion|authorization|cookie)[\"']?\\s*[=:]");

    private static final Pattern SEPARATOR = Pattern.compile("[\\s\"'=,;()]+");

    @Override
    public void add(Instant time, String line) {
        if (isHarmless(line)) {
            super.add(time, line);
        }
    }

    static boolean isHarmless(String line) {
        if (line.indexOf('\n') >= 0
                || Pasted.of(line) != Pasted.LINE
                || NAMED.matcher(line).find()) {
            return false;
        }
        for (String word : SEPARATOR.split(line)) {
            if (SecretShape.is(word)) {
                return false;
            }
        }
        return true;
    }
}
