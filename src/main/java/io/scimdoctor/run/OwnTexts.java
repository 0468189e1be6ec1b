package io.scimdoctor.run;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.redact.Redaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the catalogue's own sentences, which may be shown as they are, from a text that somebody wrote into a file. */
final class OwnTexts {
    private final Redaction redaction;

    OwnTexts(Redaction redaction) {
        this.redaction = redaction;
    }

    /**
     * The text as it may be shown. The catalogue is only asked when something would be masked.
     *
     * @param id of the finding that it belongs to
     */
    String shown(@Nullable String id, String text) {
        String shown = redaction.text(text);
        return shown.equals(text) || id == null || !isOf(id, text) ? shown : text;
    }

    private static boolean isOf(String id, String text) {
        Catalog catalog = Catalog.load();
        Optional<Condition> found = catalog.find(id);
        if (found.isEmpty()) {
            return false;
        }
        Condition condition = found.get();
        Explanation texts = catalog.explain(condition);
        return condition.title().equals(text)
                || texts.cause().equals(text)
                || texts.basis().source().equals(text)
                || texts.steps().contains(text);
    }
}
