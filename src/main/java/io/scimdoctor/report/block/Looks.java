package io.scimdoctor.report.block;

import io.scimdoctor.exchange.First;
import io.scimdoctor.finding.Status;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text is by its looks, where markup can show it. */
final class Looks {
    private static final Pattern NAME =
            Pattern.compile("(?=[^\\p{L}]*+\\p{L})(?=[^0-9:/._-]*+[0-9:/._-])[^\\s`|]++(?<![.:,])");

    private Looks() {}

    /** The status that a text names and nothing else, or null. */
    static @Nullable Status status(String text) {
        return First.of(List.of(Status.values()), status -> status.name().equals(text));
    }

    /** Whether a text is a single id, time, path or address. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
