package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds the status codes of a line by what stands beside a number of three digits. It looks a bounded way to both sides, so
 * that its time grows with the line's length only.
 */
final class StatusPlace {
    private static final int WIDE = 60;
    /** Stands in many texts, and is no status. */
    private static final int HTTPS_PORT = 443;
    /** From here on, what Perl's clients and Tornado write in a status's place when no answer came. */
    private static final int NO_ANSWER = 595;

    private static final Map<String, String> NAMES = Resource.rows(StatusPlace.class, "statuses.txt");

    private static final Patterns PLACES = Resource.patterns(StatusPlace.class, "places.patterns");
    private static final Sieve NUMBER = new Sieve(PLACES.get("NUMBER"));

    private static final Sieve BY_NAME = new Sieve(PLACES.get("BY_NAME"));

    private static final Sieve ENUMERATED = new Sieve(PLACES.get("ENUMERATED"));

    /** Ends right before the number. */
    private static final Sieve NAMED = new Sieve("(?iu)(?:" + Resource.anyOf(StatusPlace.class, "naming.txt") + ")$");

    private static final Sieve EXPECTED = new Sieve(PLACES.get("EXPECTED"));

    private static final LatePattern ACTUAL = LatePattern.of(PLACES.get("ACTUAL"));

    private static final Sieve DIFFERENCE = new Sieve(PLACES.get("DIFFERENCE"));

    private static final LatePattern OTHER = LatePattern.of(PLACES.get("OTHER"));

    private static final Sieve VERB = new Sieve("(?iu)(?:" + Resource.anyOf(StatusPlace.class, "verbs.txt") + ")$");

    private static final LatePattern END = LatePattern.of(PLACES.get("END"));

    private static final LatePattern REASON = LatePattern.of("(?iu)^[\"')\\]]?+\\s{0,3}+:?+\\s{0,2}+[(\\[\"]?+(?:"
            + Resource.anyOf(StatusPlace.class, "reasons.txt") + ")|^, message=");

    private static final Sieve RUNNING = new Sieve(PLACES.get("RUNNING"));

    private static final LatePattern TOLD = LatePattern.of(PLACES.get("TOLD"));

    private static final Sieve AN_HTTP = new Sieve(PLACES.get("AN_HTTP"));

    private static final LatePattern WHY = LatePattern.of(PLACES.get("WHY"));

    private static final LatePattern FIRST = LatePattern.of(PLACES.get("FIRST"));

    private static final LatePattern ALONE = LatePattern.of(PLACES.get("ALONE"));

    /**
     * A status.
     *
     * @param start where its number stands
     * @param bare whether it stands alone at the beginning of a line, behind a word, or in the middle of a sentence; else a
     *     client says that it is one, or its reason phrase stands behind it
     */
    record Found(int start, int code, boolean bare) {}

    private StatusPlace() {}

    /** All statuses of a line. */
    static List<Found> find(String line) {
        List<Found> found = new ArrayList<>();
        for (Matcher number = NUMBER.in(line, 0); number != null; number = NUMBER.in(line, number.end())) {
            int code = Integer.parseInt(number.group());
            Found status = code == HTTPS_PORT || code >= NO_ANSWER ? null : status(line, number.start(), code);
            if (status != null) {
                found.add(status);
            }
        }
        return found;
    }

    private static @Nullable Found status(String line, int start, int code) {
        String before = line.substring(Math.max(0, start - WIDE), start);
        String after = line.substring(start + 3, Math.min(line.length(), start + 3 + WIDE));
        boolean actual = ACTUAL.matcher(after).lookingAt();
        boolean expected = (EXPECTED.isIn(before) && !actual) || (code < 300 && DIFFERENCE.isIn(before));
        if (expected || (!actual && OTHER.matcher(after).lookingAt())) {
            return null;
        }
        Matcher verb = VERB.in(before, 0);
        // People, and pages that are drawn, write `Error 404`.
        boolean error = verb != null && verb.group().strip().equalsIgnoreCase("error");
        boolean reported = verb != null
                && (code >= 400 || verb.group(1) == null)
                && END.matcher(after).lookingAt();
        boolean bare = reported && error;
        boolean spoken = reported && !bare;
        if (spoken || actual || NAMED.isIn(before)) {
            boolean sentence = WHY.matcher(after).lookingAt() || AN_HTTP.isIn(before);
            return new Found(start, code, !spoken && sentence);
        }
        if (REASON.matcher(after).lookingAt()) {
            boolean told =
                    RUNNING.isIn(before) || (code < 300 && TOLD.matcher(after).lookingAt());
            return new Found(start, code, (verb == null || error) && told);
        }
        // Where a body was taken out, an open brace says so.
        boolean first = (start < WIDE && FIRST.matcher(before).matches())
                || (line.charAt(0) == '{' && Texts.blankFrom(line, start) <= 1);
        // Hardly a status with this number exists, but for a length or a line of code it is as good as any.
        boolean rare = code % 100 > 31 && code != 451;
        return bare || (first && !rare && ALONE.matcher(after).lookingAt()) ? new Found(start, code, true) : null;
    }

    /** A status that a program writes by its name, such as {@code StatusCode: Forbidden}; 0 without one. */
    static int named(String line) {
        Matcher named = BY_NAME.in(line, 0);
        Matcher matcher = named == null && line.contains("://") ? ENUMERATED.in(line, 0) : named;
        return matcher == null ? Draft.UNKNOWN : ofName(matcher.group(1).replace(" ", ""));
    }

    /** The status of a reason phrase that is written without blanks; 0 for another word. */
    static int ofName(String name) {
        return Texts.leadingStatus(NAMES.getOrDefault(Texts.lower(name.replace("_", "")), ""));
    }
}
