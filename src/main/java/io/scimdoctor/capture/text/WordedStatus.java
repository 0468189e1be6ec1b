package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Sieve;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A status that no name announces: a number that stands where only a status does. */
final class WordedStatus {
    private static final Patterns PLACES = Resource.patterns(WordedStatus.class, "worded.patterns");
    static final Pattern ANSWERED = Pattern.compile(PLACES.get("ANSWERED"));
    private static final Pattern BEHIND = Pattern.compile(PLACES.get("BEHIND"));

    private static final Sieve TIMED = new Sieve(PLACES.get("TIMED"));

    private static final Pattern ENDED = Pattern.compile(PLACES.get("ENDED"));

    private static final Pattern LAST = Pattern.compile(PLACES.get("LAST"));

    private static final Pattern POWERSHELL = Pattern.compile(PLACES.get("POWERSHELL"));

    private WordedStatus() {}

    /**
     * The first group of the match is the status.
     *
     * @param calledUpTo where the address ends that stands with its method; 0 without one
     */
    static @Nullable Matcher find(String line, int calledUpTo, boolean prose, boolean client) {
        Matcher timed = TIMED.in(line, 0);
        if (timed != null) {
            return timed;
        }
        Matcher behind = BEHIND.matcher(line).region(calledUpTo, line.length());
        if (calledUpTo > 0 && behind.lookingAt()) {
            return behind;
        }
        Matcher ended = ENDED.matcher(line).region(calledUpTo, line.length());
        if (calledUpTo > 0 && !prose && ended.lookingAt()) {
            return ended;
        }
        Matcher shell = POWERSHELL.matcher(line);
        Matcher last = LAST.matcher(line);
        return shell.find() ? shell : client && last.find() ? last : null;
    }
}
