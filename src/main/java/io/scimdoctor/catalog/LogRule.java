package io.scimdoctor.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rule of the catalogue, as far as a row of a log can fulfil it: a row bears status, method, URL and whether Graph gave
 * it a request id, and nothing of header fields and bodies.
 *
 * @param condition the finding's id
 * @param score how specific the rule is; the highest that holds decides
 * @param statuses exact ones such as {@code 504}, and classes such as {@code 5xx}; empty for any
 * @param methods in upper case; empty for any
 * @param responders who may have answered; empty for anyone
 * @param facts what has to hold of the URL, by the names of the catalogue
 */
public record LogRule(
        String condition,
        int score,
        List<String> statuses,
        List<String> methods,
        List<String> responders,
        List<String> facts) {
    /** The rules that a row can fulfil, the most specific first. */
    public static List<LogRule> all(Catalog catalog) {
        List<LogRule> rules = new ArrayList<>();
        for (Row row : catalog.rows()) {
            for (Match rule : row.rules()) {
                rules.addAll(rule.forLogs(row.id()));
            }
        }
        // Equally specific ones stay in the order of the catalogue.
        rules.sort(Comparator.comparingInt(LogRule::score).reversed());
        return rules;
    }
}
