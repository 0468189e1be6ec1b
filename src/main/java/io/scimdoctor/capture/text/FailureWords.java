package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.record.LogWrapper;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Matcher;

/** Knows a line that says in words, in whatever language, that a call failed, without a mark of the client that says it. */
public final class FailureWords {
    private static final int LONGEST = 200;
    private static final int LONGEST_LEVEL = 20;

    private static final Patterns WORDS = Resource.patterns(FailureWords.class, "failing.patterns");
    private static final Sieve BROKE =
            new Sieve("(?<![\\p{L}\\p{M}])(?:" + WORDS.get("BROKEN") + ")|" + WORDS.get("BROKE"));
    private static final Sieve THING = new Sieve(WORDS.get("THING"));
    private static final Sieve ALONE = new Sieve(WORDS.get("ALONE"));
    private static final Sieve CALM = new Sieve(WORDS.get("CALM"));
    private static final Sieve SEVERE = new Sieve(WORDS.get("SEVERE"));
    private static final Sieve FINE = new Sieve(WORDS.get("FINE"));
    private static final LatePattern NAME = LatePattern.of(WORDS.get("NAME"));

    private FailureWords() {}

    /** Whether a line says of something that belongs to a call that it failed, or nothing but that something did. */
    static boolean isIn(String line) {
        String said = line.length() < LONGEST ? Texts.lower(line) : "";
        if (said.isEmpty() || CALM.isIn(said)) {
            return false;
        }
        // At the level of a failure, whatever failed counts.
        Matcher level = Texts.isRecord(line) ? SEVERE.in(said, 0) : null;
        boolean told = level == null ? BROKE.isIn(said) && THING.isIn(said) : BROKE.in(said, level.end()) != null;
        return (told || ALONE.isIn(said)) && !FINE.isIn(said);
    }

    /** Whether a record says that a call failed; one that holds a call has to say so at the level of a failure. */
    public static boolean isIn(JsonNode record, boolean holdsCall) {
        String level = level(record) + level(record.path("log"));
        String head = SEVERE.isIn(level) ? "ERROR " : "";
        String told = CALM.isIn(level) || (holdsCall && head.isEmpty()) ? "" : head + LogWrapper.all(record);
        // At the level of a failure, whatever the first line says of one counts.
        String first = head.isEmpty() ? "" : told.split("\n", 2)[0];
        return isIn(first.substring(0, Math.min(first.length(), LONGEST - 1)))
                || (!told.isEmpty() && LooseText.read(Texts.lines(told), false, false, new ArrayList<>()) > 0);
    }

    /** The level of a record as a line begins with it; empty where there is none. */
    private static String level(JsonNode record) {
        for (Map.Entry<String, JsonNode> member : record.properties()) {
            String value = member.getValue().asText();
            if (value.length() < LONGEST_LEVEL
                    && NAME.matcher(Texts.lower(member.getKey())).matches()) {
                return Texts.lower(member.getKey() + "=" + value) + " | ";
            }
        }
        return "";
    }
}
