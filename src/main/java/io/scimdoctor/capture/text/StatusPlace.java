package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
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
    /** What HTTP::Tiny and Tornado write in a status's place when no answer came. */
    private static final int NO_ANSWER = 599;

    private static final Map<String, String> NAMES = Resource.rows(StatusPlace.class, "statuses.txt");

    /** Three digits that are no part of a word, a path or another number, and no connection of nginx. */
    private static final Sieve NUMBER = new Sieve(
            "(?<![\\w./$%#\\\\-]|[1-5]\\d\\d, |#\\d{1,9}: \\*)[1-5]\\d\\d(?![\\w]|[.,]\\d|, [1-5]\\d\\d\\b|\\)[ -]?\\d{3})");

    private static final Sieve BY_NAME = new Sieve(
            "(?:\\bStatus ?(?:Code|Description)?+['\"]?\\s{0,20}+[:=]\\s{0,4}+['\"]?|does not indicate success: |errorCode=\\d{1,2} |invalid status code ['\"]|(?=(?:Internal |Too )?(?:[A-Z][a-z]{1,20} )?[A-Z][a-z]{1,20}\\. Errors reported by remote server)|(?=(?:Forbidden|Authorization failed) - (?:perhaps|please) check your credentials))"
                    + "([A-Z][A-Za-z]{1,40}+(?: (?:Request|Found|not found|Allowed|Acceptable|Implemented|[Ff]ailed|Server Error|Gateway|Unavailable|Timeout|Many Requests)\\b)?+)\\b");

    /** The name alone, of an enumeration, where a result stands in a line with an address. */
    private static final Sieve ENUMERATED = new Sieve(
            "(?:[:>|(=,-]\\s{0,2}+|\\b(?:returned|with|status|code|in) |://[^\\s\"']{1,4000}+[\"']?+ |Exception\\$(?=\\w{1,60}+[:\\s]))"
                    + "((?:[A-Z][a-z]{2,15}){2,5}|[A-Z]{3,15}(?:_[A-Z]{2,15}){1,4})(?=[)\\].,;]?\\s{0,3}(?:$|for |on |[{(]|(?:GET|POST|PUT|PATCH|DELETE) )|:)");

    /** Ends right before the number. */
    private static final Sieve NAMED = new Sieve("(?iu)(?:" + Resource.anyOf(StatusPlace.class, "naming.txt") + ")$");

    /** No status is what a test asks for, such as {@code expected: 200}, a port, and the length of a frame in a list of packets. */
    private static final Sieve EXPECTED = new Sieve(
            "(?iu)(?:(?:(?:→|->) [\\da-f.:]{3,45}|\\d\\.\\d{1,9}\\s{1,9}[\\w.:-]{2,60}\\s{1,9}(?:(?:→|->)\\s{1,9})?[\\w.:-]{2,60})\\s{1,9}HTTP(?:/[JX]\\w{1,4})?|\\bport|(?:TransferEncoding|ContentLength)Error|\\bexpect(?:ed|ing)?|(?<![a-z])(?:ok|retry)(?=[ _.]status)|\\brequires|\\.(?:status|sendStatus)\\(|\\btest\\(\\\\{0,2}[\"'][^\"']{0,30}|^\\s{0,9}+(?:Given|When|Then|And|\\*) (?:the )?(?:response )?status|^\\s{0,4}+\\d{1,5}+ \\| HTTP)"
                    + "(?: HTTP)?(?:[ _.]status)?(?:[ _]code)?(?: is)?[:=]?\\s{0,2}[<\"']?$");

    /** What Perl and a proxy say behind a number that the service did not send. */
    private static final LatePattern NOT_ANSWERED = LatePattern.of(
            "(?i) (?:connection established|can't connect to |(?:read|write) (?:timeout|failed)|server closed connection|-- original error: adal: )|^'?\\. response body: adal: ");

    private static final Sieve VERB = new Sieve("(?iu)(?:" + Resource.anyOf(StatusPlace.class, "verbs.txt") + ")$");

    /** What may stand behind a status that a verb names. */
    private static final LatePattern END = LatePattern.of(
            "(?iu)^[\"'`)\\]]{0,2}+\\s{0,3}+(?:$|[-–:;,.|{<\"'(\\[])|^[\"'`)\\]]{0,2}+\\s{1,3}+(?:GET|POST|PUT|PATCH|DELETE|for|from|on|in|and|body|response|http|url)\\b");

    private static final LatePattern REASON = LatePattern.of("(?iu)^[\"')\\]]?+\\s{0,3}+:?+\\s{0,2}+[(\\[\"]?+(?:"
            + Resource.anyOf(StatusPlace.class, "reasons.txt") + ")|^, message=");

    /** Words that lead to a number within a sentence. */
    private static final Sieve RUNNING =
            new Sieve("(?iu)(?: (?:a|an|the|any|of|or|and|to) |(?:(?<![\\p{L}\\w'])\\p{L}{2,20}+ ){3})[`'\"*]{0,2}+$");

    /** The end of a sentence behind a success of another time. */
    private static final LatePattern TOLD =
            LatePattern.of("^ OK(?:[.。]\\s{0,3}+$|\\s?+[\\p{IsHiragana}\\p{IsHangul}])");

    private static final Sieve AN_HTTP = new Sieve("(?iu)(?<![\\w'])(?:an|the|any|or|and|to) HTTP $");

    /** A sentence that goes on behind a number with why or when. */
    private static final LatePattern GOES_ON = LatePattern.of(
            "(?iu)^[\"'`)\\]*]{0,3}+ (?:because|when|whenever|instead|unless|which|but|rather|while|(?:status|error)s? codes?)\\b");

    /** What may stand before a number at the beginning of a line, such as Ruby's and Java's words for an answer. */
    private static final LatePattern OPENING = LatePattern.of("\\s{0,9}+[(\\[#<'\"]{0,2}+\\s?+");

    private static final LatePattern ALONE =
            LatePattern.of("^[)\\]'\",:]{0,2}+\\s{0,3}+(?:$|[{<\\[]|Headers [{(]|GET |POST |PUT |PATCH |DELETE |http)");

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
            Found status = code == HTTPS_PORT || code == NO_ANSWER ? null : status(line, number.start(), code);
            if (status != null) {
                found.add(status);
            }
        }
        return found;
    }

    private static @Nullable Found status(String line, int start, int code) {
        String before = line.substring(Math.max(0, start - WIDE), start);
        String after = line.substring(start + 3, Math.min(line.length(), start + 3 + WIDE));
        if (EXPECTED.isIn(before) || NOT_ANSWERED.matcher(after).lookingAt()) {
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
        if (spoken || NAMED.isIn(before)) {
            boolean sentence = GOES_ON.matcher(after).lookingAt() || AN_HTTP.isIn(before);
            return new Found(start, code, !spoken && sentence);
        }
        if (REASON.matcher(after).lookingAt()) {
            boolean told =
                    RUNNING.isIn(before) || (code < 300 && TOLD.matcher(after).lookingAt());
            return new Found(start, code, (verb == null || error) && told);
        }
        // Where a body was taken out, an open brace says so.
        boolean first = (start < WIDE && OPENING.matcher(before).matches())
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
