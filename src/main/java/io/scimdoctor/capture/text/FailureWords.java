package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Knows a line that says in words, in whatever language, that a call failed, without a mark of the client that says it. */
final class FailureWords {
    private static final int LONGEST = 200;

    private static final Patterns WORDS = Resource.patterns(FailureWords.class, "failing.patterns");
    private static final Sieve BROKE =
            new Sieve("(?<![\\p{L}\\p{M}])(?:" + byLetter(WORDS.get("BROKEN")) + ")|" + WORDS.get("BROKE"));
    private static final Sieve THING = new Sieve(WORDS.get("THING"));
    private static final Sieve ALONE = new Sieve(WORDS.get("ALONE"));
    private static final Sieve FINE = new Sieve(WORDS.get("FINE"));

    private FailureWords() {}

    /** The same alternatives, each of which begins with a letter, put together by that letter: so many are tried for each line. */
    private static String byLetter(String alternatives) {
        Map<Character, String> letters = new LinkedHashMap<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= alternatives.length(); i++) {
            char c = i < alternatives.length() ? alternatives.charAt(i) : '|';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                letters.merge(
                        alternatives.charAt(start),
                        alternatives.substring(start + 1, i),
                        (one, other) -> one + "|" + other);
                start = i + 1;
            }
        }
        StringJoiner all = new StringJoiner("|");
        letters.forEach((letter, rest) -> all.add(letter + "(?:" + rest + ")"));
        return all.toString();
    }

    /** Whether a line says of something that belongs to a call that it failed, or nothing but that something did. */
    static boolean isIn(String line) {
        String said = line.length() < LONGEST ? Texts.lower(line) : "";
        return ((BROKE.isIn(said) && THING.isIn(said)) || ALONE.isIn(said)) && !FINE.isIn(said);
    }
}
