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
public record CheckInfo(String id, String title, List<String> needs, List<String> after) {

    public Category category() {
        return Category.valueOf(id.substring(0, id.indexOf('.')).toUpperCase(Locale.ROOT));
    }
}
