package io.scimdoctor.exchange;

import java.util.function.Predicate;

/** Asks texts one after the other, without a stream, which takes a cold start some milliseconds. */
public final class Any {
    private Any() {}

    /** Whether a test holds for one of the texts at least. */
    public static boolean of(Iterable<String> texts, Predicate<String> test) {
        for (String text : texts) {
            if (test.test(text)) {
                return true;
            }
        }
        return false;
    }
}
