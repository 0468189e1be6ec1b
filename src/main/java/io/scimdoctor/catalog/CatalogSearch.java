package io.scimdoctor.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds conditions by what a person knows of them: an id, a status, Microsoft's name of the error, or words. */
public final class CatalogSearch {
    private final Catalog catalog;

    public CatalogSearch(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The conditions that an answer of that status may show. */
    public List<Condition> byStatus(int status) {
        List<Condition> found = new ArrayList<>();
        for (Condition condition : catalog.conditions()) {
            if (condition.statuses().contains(status) && !condition.id().startsWith(AadstsTable.PREFIX)) {
                found.add(condition);
            }
        }
        return found;
    }

    /** The conditions that Microsoft's table, or we beside it, call by that name. */
    public List<Condition> byError(String error) {
        List<Condition> found = new ArrayList<>();
        for (Condition condition : catalog.conditions()) {
            boolean named = condition.error(null).equalsIgnoreCase(error);
            for (int status : condition.statuses()) {
                named |= condition.error(status).equalsIgnoreCase(error);
            }
            if (named) {
                found.add(condition);
            }
        }
        return found;
    }

    /** The conditions whose id or texts hold every word. */
    public List<Condition> byWords(List<String> words) {
        List<Condition> found = new ArrayList<>();
        for (Condition condition : catalog.conditions()) {
            if (holds(condition, words)) {
                found.add(condition);
            }
        }
        return found;
    }

    private boolean holds(Condition condition, List<String> words) {
        Explanation texts = catalog.explain(condition);
        String all = (condition.id() + " " + condition.title() + " " + texts.cause() + " "
                        + String.join(" ", texts.symptoms()) + " " + String.join(" ", texts.steps()))
                .toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!all.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
