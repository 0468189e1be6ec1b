package io.scimdoctor.lint.rule;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Told;
import io.scimdoctor.input.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one request, filter or body.
 *
 * @param subject what it is, such as {@code filter} or {@code GET /users}
 * @param request the whole request, or null for a part of one
 * @param corrected the same without what could be fixed, or null when nothing was asked for or could be; the last of several
 *     bodies has the text of all
 */
public record LintResult(
        Source source,
        String subject,
        List<LintFinding> findings,
        Excerpt.Finder excerpts,
        @Nullable SentRequest request,
        @Nullable Corrected corrected) {
    /**
     * A corrected text.
     *
     * @param errors how many errors are left in it
     */
    public record Corrected(Told text, long errors) {}

    public LintResult with(Corrected text) {
        return new LintResult(source, subject, findings, excerpts, request, text);
    }
}
