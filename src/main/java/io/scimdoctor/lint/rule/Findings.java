package io.scimdoctor.lint.rule;

import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings about one payload. Their number is bounded, so that no payload fills the memory. */
public final class Findings {
    private static final int MOST = 1_000;
    private static final Comparator<LintFinding> ORDER = Comparator.comparing(
                    (LintFinding finding) -> finding.place().part())
            .thenComparing(finding -> finding.place().start());

    private final Rules rules = Rules.load();
    private final List<LintFinding> findings = new ArrayList<>();

    public void add(String ruleId, Place place, String message) {
        add(ruleId, place, message, Remedy.NONE);
    }

    public void add(String ruleId, Place place, String message, Remedy remedy) {
        add(ruleId, place, new Told(Redactor.seen(message), masked(message)), remedy);
    }

    public void add(String ruleId, Place place, Told message, Remedy remedy) {
        LintRule rule = rules.get(ruleId);
        if (findings.size() < MOST) {
            findings.add(new LintFinding(rule, place, message, remedy.instead(), remedy.fixes()));
        }
    }

    /** In the order of the request. */
    public List<LintFinding> list() {
        List<LintFinding> sorted = new ArrayList<>(findings);
        sorted.sort(ORDER);
        return sorted;
    }

    /** Only what stands in single quotes comes from outside; the words around it are ours. */
    private static String masked(String message) {
        StringBuilder masked = new StringBuilder(message.length());
        int from = 0;
        int open = message.indexOf('\'');
        while (open >= 0) {
            int close = message.indexOf('\'', open + 1);
            if (close < 0) {
                break;
            }
            masked.append(message, from, open + 1);
            masked.append(ShownNames.name(message.substring(open + 1, close)));
            from = close;
            open = message.indexOf('\'', close + 1);
        }
        return masked.append(message.substring(from)).toString();
    }
}
