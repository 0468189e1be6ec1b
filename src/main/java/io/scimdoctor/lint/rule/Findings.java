package io.scimdoctor.lint.rule;

import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the findings about one payload. Their number is bounded, so that no payload fills the memory. */
public final class Findings {
    private static final int MOST = 1_000;
    private static final Pattern QUOTED = Pattern.compile("(type )?'([^']*+)'");
    private static final Comparator<LintFinding> ORDER = Comparator.comparing(
                    (LintFinding finding) -> finding.place().part())
            .thenComparing(finding -> finding.place().start());

    private final Rules rules = Rules.load();
    private final List<LintFinding> findings = new ArrayList<>();

    /** Adds one whose message, and perhaps remedy, the table has. */
    public void add(String ruleId, Place place) {
        add(ruleId, place, Remedy.NONE);
    }

    public void add(String ruleId, Place place, Remedy remedy) {
        add(ruleId, place, rules.get(ruleId).message(), remedy);
    }

    /** Adds one about something that the request names. */
    public void about(String ruleId, Place place, String name) {
        about(ruleId, place, name, Remedy.NONE);
    }

    public void about(String ruleId, Place place, String name, Remedy remedy) {
        add(ruleId, place, rules.get(ruleId).message().replace("{name}", name), remedy);
    }

    public void add(String ruleId, Place place, String message) {
        add(ruleId, place, message, Remedy.NONE);
    }

    public void add(String ruleId, Place place, String message, Remedy remedy) {
        LintRule rule = rules.get(ruleId);
        if (findings.size() < MOST) {
            Told told = new Told(Redactor.seen(message), masked(message));
            String instead = remedy.instead() == null && remedy.fixes().isEmpty() ? rule.instead() : remedy.instead();
            findings.add(new LintFinding(rule, place, told, instead, remedy.fixes()));
        }
    }

    /** Adds what others have found. */
    public void addAll(Findings others) {
        others.list().stream().limit(MOST - findings.size()).forEach(findings::add);
    }

    /** In the order of the request. */
    public List<LintFinding> list() {
        return findings.stream().sorted(ORDER).toList();
    }

    /** Only what stands in single quotes comes from outside; the words around it are ours, and a type is a value. */
    private static String masked(String message) {
        return QUOTED.matcher(message).replaceAll(quoted -> {
            String name = quoted.group(2);
            boolean value = quoted.group(1) != null;
            String shown = value ? "type '" + Redactor.harmlessParts(name) : "'" + ShownNames.name(name);
            return Matcher.quoteReplacement(shown + "'");
        });
    }
}
