package io.scimdoctor.exchange;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the first of some items for which a test holds. */
public final class First {
    private First() {}

    /** The item, or null when the test holds for none. */
    public static <T> @Nullable T of(Iterable<T> items, Predicate<? super T> test) {
        for (T item : items) {
            if (test.test(item)) {
                return item;
            }
        }
        return null;
    }
}
