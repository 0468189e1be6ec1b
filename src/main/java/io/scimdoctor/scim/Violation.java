package io.scimdoctor.scim;

/**
 * A rule of this API that a text breaks, and where.
 *
 * @param ruleId a slug, such as {@code filter-operator}
 * @param message one sentence for a person
 * @param start the offset of the first character at fault
 * @param end the offset behind the last one
 */
public record Violation(String ruleId, String message, int start, int end) {}
