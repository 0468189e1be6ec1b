package io.scimdoctor.report.lint;

import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.input.Source;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintRule;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.diagnosis.DiagnosisJson;
import io.scimdoctor.report.format.Amounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often one rule is broken: in which words, and where first. What it keeps is bounded. */
final class RuleCount {
    private static final int TOLD_APART = 5;
    private static final int MOST_PLACES = 3;

    private final LintFinding first;
    private final Shares seen = new Shares(TOLD_APART);
    private final Shares handedOn = new Shares(TOLD_APART);
    private final List<Source> places = new ArrayList<>();
    private @Nullable Source last;
    private long findings;
    private long texts;

    RuleCount(LintFinding first) {
        this.first = first;
    }

    LintRule rule() {
        return first.rule();
    }

    long findings() {
        return findings;
    }

    /** Counts one more; those of one text come one after the other. */
    void add(Source source, LintFinding finding) {
        findings++;
        seen.add(finding.message().seen(), 1);
        handedOn.add(finding.message().handedOn(), 1);
        // A record's own equals takes a JVM longer to prepare than all the rest here.
        if (last == null || source.index() != last.index() || !source.file().equals(last.file())) {
            texts++;
            last = source;
            if (places.size() < MOST_PLACES) {
                places.add(source);
            }
        }
    }

    private String where(Audience audience) {
        List<String> names = new ArrayList<>();
        places.forEach(place -> names.add(LintPages.place(place, audience)));
        return Amounts.count(texts, "text") + ": " + Amounts.some(names, texts);
    }

    /** One line for programs that read lines. */
    String line(Audience audience) {
        return rule().grade().slug() + ": " + Amounts.count(findings, "finding") + " in " + where(audience) + ": "
                + first.message().to(audience) + " [" + rule().id() + "]";
    }

    /** What a reader is told instead of each finding. */
    Block block(Audience audience) {
        Shares messages = audience == Audience.SEEN ? seen : handedOn;
        List<Shares.Share> all = messages.list();
        Block.Facts often = Block.Facts.NONE
                .and("in", where(audience))
                .and("says", all.size() == 1 ? null : Amounts.shares(all, messages, TOLD_APART));
        return LintPages.section(first, audience, List.of(), often);
    }

    static void json(JsonWriter json, RuleCount count) throws IOException {
        json.field("rule", count.rule().id())
                .field("grade", count.rule().grade().slug())
                .field("findings", count.findings)
                .field("texts", count.texts)
                .put("messages", count.handedOn.list())
                .list("places", count.places, DiagnosisJson::source)
                .field("why", count.rule().why())
                .field("instead", LintPages.instead(count.first, Audience.HANDED_ON))
                .field("condition", count.rule().condition())
                .put("basis", count.rule().basis());
    }
}
