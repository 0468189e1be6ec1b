package io.scimdoctor.exchange;

import java.util.function.Predicate;

/** Asks items one after the other, without a stream, which takes a cold start some milliseconds. */
public final class Any {
    private Any() {}

    /** Whether a test holds for one of them at least. */
    public static <T> boolean of(Iterable<T> items, Predicate<? super T> test) {
        return First.of(items, test) != null;
    }
}
