package io.scimdoctor.lint;

import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.FilterResult;
import io.scimdoctor.scim.FilterRule;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.scim.Violation;
import java.util.List;

/** Filters: what the service serves on each resource, by its allow-list. */
public final class FilterLint {
    /** Attributes that the documentation added with this edition are unknown to older services. */
    private static final String RECENT = "2026-09-04";

    private final FilterRules rules;

    FilterLint() {
        rules = FilterRules.load();
    }

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
        for (Violation violation : violations) {
            Place place = locator.at(violation.start(), violation.end());
            findings.add(violation.ruleId(), place, violation.message(), remedy(violation, filter, place));
        }
        if (violations.isEmpty() && FilterParser.parse(filter) instanceof FilterResult.Parsed parsed) {
            recent(kind, parsed.filter(), locator, findings);
        }
    }

    private static Remedy remedy(Violation violation, String filter, Place place) {
        String replacement = violation.replacement();
        if (replacement == null) {
            return Remedy.NONE;
        }
        String corrected = filter.substring(0, violation.start()) + replacement + filter.substring(violation.end());
        String raw = place.part() == Place.Part.URL ? UrlText.encoded(replacement) : replacement;
        // A name that is only alike may be another one than was meant.
        return violation.ruleId().equals("filter-attribute")
                ? Remedy.write(corrected)
                : Remedy.replace(place, raw, corrected);
    }

    private void recent(ResourceKind kind, Filter filter, Locator locator, Findings findings) {
        if (filter instanceof Filter.And and) {
            and.terms().forEach(term -> recent(kind, term, locator, findings));
        } else if (filter instanceof Filter.Comparison comparison) {
            FilterRule rule = rules.rule(kind, comparison.attribute());
            if (rule != null && rule.basis().date().equals(RECENT)) {
                int end = comparison.start() + comparison.attribute().length();
                recent(findings, locator.at(comparison.start(), end));
            }
        } else if (filter instanceof Filter.Not not && not.inner() instanceof Filter.Comparison) {
            recent(findings, locator.at(not.start(), not.start() + 3));
        }
    }

    private static void recent(Findings findings, Place place) {
        findings.add("filter-recent", place, "this filter came with the edition of September 2026");
    }
}
