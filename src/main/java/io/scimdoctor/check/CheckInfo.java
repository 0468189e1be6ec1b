package io.scimdoctor.check;

import java.util.List;
import java.util.Locale;

/**
 * What is known of a check before it runs.
 *
 * @param id a dotted name that is never changed, such as {@code token.lifetime}
 * @param title what is true when it passes
 * @param needs ids of the checks that must not have failed
 * @param after ids of the checks that must have run, whatever they said
 */
public record CheckInfo(String id, Category category, String title, List<String> needs, List<String> after) {
    public CheckInfo {
        needs = List.copyOf(needs);
        after = List.copyOf(after);
    }

    static CheckInfo of(String id, String title, String... needs) {
        Category category = Category.valueOf(id.substring(0, id.indexOf('.')).toUpperCase(Locale.ROOT));
        return new CheckInfo(id, category, title, List.of(needs), List.of());
    }

    CheckInfo after(String... ids) {
        return new CheckInfo(id, category, title, needs, List.of(ids));
    }
}
