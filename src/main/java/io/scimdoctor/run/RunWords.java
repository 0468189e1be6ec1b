package io.scimdoctor.run;

import io.scimdoctor.report.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What several texts about runs say in the same words. */
final class RunWords {
    private RunWords() {}

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** Such as {@code header Authorization (3)}. */
    static void masked(TextPage page, Map<String, Integer> masked) throws IOException {
        List<String> places = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : masked.entrySet()) {
            places.add(entry.getKey() + " (" + entry.getValue() + ")");
        }
        page.wrapped("  ", String.join(", ", places));
    }
}
