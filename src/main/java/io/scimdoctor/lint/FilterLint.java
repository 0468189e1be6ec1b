package io.scimdoctor.lint;

import io.scimdoctor.lint.rule.Correction;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Fix;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.FilterRule;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.scim.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters: what the service serves on each resource, by its allow-list. */
public final class FilterLint {
    /** Attributes that the documentation added with this edition are unknown to older services. */
    private static final String RECENT = "2026-09-04";

    private final FilterRules rules = FilterRules.load();

    /** Judges a filter on its own, not encoded. */
    public static List<LintFinding> of(ResourceKind kind, String filter) {
        Findings findings = new Findings();
        new FilterLint().check(kind, filter, (start, end) -> Place.of(Place.Part.FILTER, start, end), findings);
        return findings.list();
    }

    /** Turns offsets of the filter into a place of the text that it came from. */
    @FunctionalInterface
    interface Locator {
        Place at(int start, int end);
    }

    void check(ResourceKind kind, String filter, Locator locator, Findings findings) {
        if (ScimUrl.isPlaceholder(filter)) {
            return;
        }
        List<Violation> violations = rules.violations(kind, filter);
        String sure = corrected(kind, filter, violations, false);
        String guessed = corrected(kind, filter, violations, true);
        for (Violation violation : violations) {
            Place place = locator.at(violation.start(), violation.end());
            String instead = isGuess(violation) ? guessed : sure;
            findings.add(violation.ruleId(), place, violation.message(), remedy(violation, instead, place));
        }
        Filter parsed = violations.isEmpty() ? FilterParser.parse(filter).valid() : null;
        if (parsed != null) {
            recent(kind, parsed, locator, findings);
        }
    }

    /** The filter with every correction, or null when it would be refused all the same. */
    private @Nullable String corrected(
            ResourceKind kind, String filter, List<Violation> violations, boolean withGuesses) {
        List<Fix.Edit> edits = new ArrayList<>();
        for (Violation violation : violations) {
            if (violation.replacement() != null && (withGuesses || !isGuess(violation))) {
                edits.add(new Fix.Edit(Place.Part.FILTER, violation.start(), violation.end(), violation.replacement()));
            }
        }
        String corrected = Correction.of(filter, edits);
        return edits.isEmpty() || rules.check(kind, corrected) != null ? null : corrected;
    }

    /** Whether the correction is a guess: a name that is only similar may not be the one that was meant. */
    private static boolean isGuess(Violation violation) {
        return violation.ruleId().equals("filter-attribute");
    }

    private static Remedy remedy(Violation violation, @Nullable String instead, Place place) {
        String replacement = violation.replacement();
        if (replacement == null) {
            return Remedy.NONE;
        }
        if (isGuess(violation)) {
            return instead == null ? Remedy.NONE : Remedy.write(instead);
        }
        String raw = place.part() == Place.Part.URL ? UrlText.encoded(replacement) : replacement;
        return Remedy.replace(place, raw, instead);
    }

    private void recent(ResourceKind kind, Filter filter, Locator locator, Findings findings) {
        if (filter instanceof Filter.And and) {
            and.terms().forEach(term -> recent(kind, term, locator, findings));
        } else if (filter instanceof Filter.Comparison comparison) {
            FilterRule rule = rules.rule(kind, comparison.attribute());
            if (rule != null && rule.basis().date().equals(RECENT)) {
                int end = comparison.start() + comparison.attribute().length();
                findings.add("filter-recent", locator.at(comparison.start(), end));
            }
        } else if (filter instanceof Filter.Not not && not.inner() instanceof Filter.Comparison) {
            findings.add("filter-recent", locator.at(not.start(), not.start() + 3));
        }
    }
}
