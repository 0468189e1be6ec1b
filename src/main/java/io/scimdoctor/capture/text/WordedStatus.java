package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.json.Resource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A status that no name announces: a number that stands where only a status does. */
final class WordedStatus {
    private static final JsonNode PLACES = Resource.patterns(WordedStatus.class, "worded.patterns");
    private static final Pattern BEHIND = Pattern.compile(PLACES.path("BEHIND").asText());

    private static final Sieve TIMED = new Sieve(PLACES.path("TIMED").asText());

    private static final Pattern ENDED = Pattern.compile(PLACES.path("ENDED").asText());

    private static final Pattern LAST = Pattern.compile(PLACES.path("LAST").asText());

    private static final Pattern POWERSHELL =
            Pattern.compile(PLACES.path("POWERSHELL").asText());

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
