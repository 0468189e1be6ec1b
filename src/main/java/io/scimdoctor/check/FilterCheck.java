package io.scimdoctor.check;

import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.lint.FilterLint;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/** The filter that the user named keeps the API's rules; a broken one is not sent, because the call may be billed. */
record FilterCheck(String filter) implements Check {
    static final String ID = "configuration.filter";

    @Override
    public CheckInfo info() {
        return CheckInfo.of(ID, "The filter keeps the rules of the API");
    }

    @Override
    public CheckResult run(CheckContext context) {
        List<Evidence> evidence = new ArrayList<>();
        for (LintFinding finding : FilterLint.of(ResourceKind.USERS, filter)) {
            if (finding.isError()) {
                String place = ", column " + finding.place().column();
                evidence.add(new Evidence(
                        "breaks rule", finding.message().between(finding.rule().id() + ": ", place)));
                if (finding.instead() != null) {
                    evidence.add(new Evidence("write instead", Redactor.told(finding.instead())));
                }
            }
        }
        if (evidence.isEmpty()) {
            return CheckResult.pass("no rule is broken");
        }
        Finding finding = context.catalog().finding("filter-unsupported", Confidence.CERTAIN, evidence);
        return CheckResult.of(List.of(finding), "not sent");
    }
}
