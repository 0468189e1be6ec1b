package io.scimdoctor.lint.rule;

import io.scimdoctor.finding.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a request breaks.
 *
 * @param message what is wrong in this case
 * @param instead what to write instead; may repeat values of the request, so it is masked where it is shown
 * @param fixes changes that are safe; empty where only the author can know
 */
public record LintFinding(
        LintRule rule, Place place, Told message, @Nullable String instead, List<Fix> fixes) {
    public boolean isError() {
        return rule.grade() == Grade.ERROR;
    }
}
