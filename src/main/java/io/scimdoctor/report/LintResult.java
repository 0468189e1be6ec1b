package io.scimdoctor.report;

import io.scimdoctor.capture.Source;
import io.scimdoctor.lint.LintFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one request, filter or body.
 *
 * @param subject what it is, such as {@code filter} or {@code GET /users}
 * @param corrected the same without what could be fixed, or null when nothing was asked for or could be
 */
public record LintResult(
        Source source,
        String subject,
        List<LintFinding> findings,
        Excerpt.Finder excerpts,
        @Nullable Corrected corrected) {
    /**
     * A corrected text.
     *
     * @param errors how many errors are left in it
     */
    public record Corrected(String text, long errors) {}

    public LintResult {
        findings = List.copyOf(findings);
    }
}
