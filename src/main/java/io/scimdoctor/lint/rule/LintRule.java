package io.scimdoctor.lint.rule;

import io.scimdoctor.finding.Basis;
import org.jspecify.annotations.Nullable;

/**
 * One rule of this API.
 *
 * @param id a slug that is never renamed, such as {@code filter-operator}
 * @param message what is wrong, with {@code {name}} for what the request calls it; empty where the place decides
 * @param instead what to write instead, or null where the request decides
 * @param why what holds, in one sentence
 * @param condition the row of the catalogue that a refusal for this reason is, or null when there is none
 * @param refused whether the simulator answers with a refusal: it takes the strict reading where the sources differ
 */
public record LintRule(
        String id,
        Grade grade,
        String message,
        @Nullable String instead,
        String why,
        Basis basis,
        @Nullable String condition,
        boolean refused) {}
