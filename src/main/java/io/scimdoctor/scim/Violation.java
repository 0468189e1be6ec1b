package io.scimdoctor.scim;

import org.jspecify.annotations.Nullable;

/**
 * A rule of this API that a text breaks, and where.
 *
 * @param ruleId a slug, such as {@code filter-operator}
 * @param message one sentence for a person
 * @param start the offset of the first character at fault
 * @param end the offset behind the last one
 * @param replacement what to write between start and end instead, or null where only the author can know
 */
public record Violation(
        String ruleId,
        String message,
        int start,
        int end,
        @Nullable String replacement) {}
