package io.scimdoctor.report.block;

import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import java.util.ArrayList;
import java.util.List;

/** A verdict and findings as blocks. */
public final class FindingBlocks {
    private FindingBlocks() {}

    /** What a verdict says beside its title. */
    public static Facts facts(Verdict verdict) {
        Owner owner = verdict.owner();
        return Facts.NONE.and("Finding", verdict.id()).and("Who fixes it", owner == null ? null : owner.person());
    }

    /** What must be known before a result is believed. */
    public static List<Block> warnings(boolean simulated, boolean complete) {
        List<Block> warnings = new ArrayList<>();
        if (simulated) {
            warnings.add(
                    new Block.Warning("SIMULATED: the answers come from the built-in simulator, not from Microsoft."));
        }
        if (!complete) {
            warnings.add(new Block.Warning("Interrupted: this is what was known by then."));
        }
        return warnings;
    }

    /**
     * The pieces that could not be read; nothing without any.
     *
     * @param first where some of them stand, and why
     */
    public static List<Block> unread(List<String> first, long all) {
        List<Block> blocks = new ArrayList<>();
        if (all > 0) {
            List<Block> pieces = new ArrayList<>(List.of(new Block.Bullets(first)));
            if (all > first.size()) {
                pieces.add(new Block.Paragraph("And " + Amounts.count(all - first.size(), "piece") + " more."));
            }
            blocks.add(new Block.Section("Not read", pieces));
        }
        return blocks;
    }

    /**
     * The last line: what the process returns, and how to go on.
     *
     * @param next the command's words behind the program's name, or an empty text
     */
    public static Block end(Verdict verdict, String next) {
        return new Block.Paragraph(
                "Exit code " + verdict.exit() + "." + (next.isEmpty() ? "" : " Next: scimdoctor " + next));
    }

    /** The same, and the condition that a verdict names as what to read next. */
    public static Block end(Verdict verdict) {
        return end(verdict, verdict.id() == null ? "" : "explain " + verdict.id());
    }

    /** All findings under one heading; none without any. */
    public static List<Block> section(List<Finding> findings, Audience audience) {
        List<Block> blocks = new ArrayList<>();
        findings.forEach(finding -> blocks.add(of(finding, audience)));
        return blocks.isEmpty() ? List.of() : List.of(new Block.Section("Findings", blocks));
    }

    /** The whole finding. */
    public static Block.Section of(Finding finding, Audience audience) {
        return of(finding, CaseWords.headline(finding).to(audience), content(finding, audience));
    }

    /** A section about a finding, with another title and other facts. */
    public static Block.Section of(Finding finding, String title, Facts facts) {
        return new Block.Section(title, finding.id(), status(finding.severity()), List.of(facts));
    }

    /** Cause, who must act, steps, proof, links and basis. */
    public static Facts content(Finding finding, Audience audience) {
        boolean called = finding.request() != null || finding.httpStatus() != null;
        String error = finding.error().equals("Unknown") ? null : finding.error();
        return Facts.NONE
                .and("Cause", finding.cause())
                .and("Who fixes it", finding.owner().person())
                .and(called ? "Call" : "Error", called ? CaseWords.call(finding).to(audience) : error)
                .and("Confidence", finding.confidence().slug())
                .and("Basis", finding.basis().words())
                .and("Steps", new Block.Steps(finding.steps(audience), Fixes.of(finding, audience)))
                .and("Proof", evidence(finding.evidence(), audience))
                .and("To read", Block.Bullets.links(finding.links()));
    }

    public static Facts evidence(List<Evidence> evidence, Audience audience) {
        return Facts.of(evidence, Evidence::name, item -> item.value().to(audience));
    }

    /** The mark of a severity. */
    public static Status status(Severity severity) {
        return switch (severity) {
            case FAIL -> Status.FAIL;
            case WARN -> Status.WARN;
            case INFO -> Status.UNKNOWN;
        };
    }
}
