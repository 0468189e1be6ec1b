package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;

/** Knows a line that says in words, in whatever language, that a call failed, without a mark of the client that says it. */
final class FailureWords {
    private static final int LONGEST = 200;

    private static final Patterns WORDS = Resource.patterns(FailureWords.class, "failing.patterns");
    private static final Sieve BROKE =
            new Sieve("(?<![\\p{L}\\p{M}])(?:" + WORDS.get("BROKEN") + ")|" + WORDS.get("BROKE"));
    private static final Sieve THING = new Sieve(WORDS.get("THING"));
    private static final Sieve ALONE = new Sieve(WORDS.get("ALONE"));
    private static final Sieve LEVEL = new Sieve(WORDS.get("LEVEL"));
    private static final Sieve FINE = new Sieve(WORDS.get("FINE"));

    private FailureWords() {}

    /** Whether a line says of something that belongs to a call that it failed, or nothing but that something did. */
    static boolean isIn(String line) {
        String said = line.length() < LONGEST ? Texts.lower(line) : "";
        return !LEVEL.isIn(said) && ((BROKE.isIn(said) && THING.isIn(said)) || ALONE.isIn(said)) && !FINE.isIn(said);
    }
}
