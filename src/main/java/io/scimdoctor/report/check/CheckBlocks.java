package io.scimdoctor.report.check;

import io.scimdoctor.check.Category;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.block.FindingScreen;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A run as blocks: what failed on one screen, or all of it: the verdict, every finding opened, every check, and the calls with
 * their ids and times.
 *
 * @param kept whether other commands find the run later
 */
public record CheckBlocks(CheckReport report, boolean kept) implements BlockReport {
    /** Reads the schemas too. */
    private static final String MORE = "check --full";

    @Override
    public BlockPage page(Style style, boolean whole) {
        Verdict verdict = report.verdict();
        String id = verdict.id();
        if (whole) {
            return whole(style.audience());
        }
        List<Block> end = FindingScreen.others(report.findings(), id, style);
        end.add(new Block.Paragraph(tally(style)));
        String runId = report.runId();
        String run = kept ? "Run " + runId.substring(0, Math.min(8, runId.length())) : "Not recorded";
        end.add(new Block.Paragraph(run + ". " + Bill.of(report) + " Exit code "
                + verdict.exitCode().number() + "."));
        if (id == null) {
            end.add(0, FindingScreen.line("", about(report, style)));
            if (isMore()) {
                end.add(FindingScreen.line("Next", "scimdoctor " + style.again(MORE)));
            }
            return BlockPage.of(verdict, report.settings().simulated(), end);
        }
        Finding finding = report.findings().get(0);
        String again = style.again("check");
        end.addAll(
                FindingScreen.next(finding, report.settings().simulated(), again, again + "; scimdoctor ticket new"));
        return new FindingScreen(finding, verdict.status(), about(report, style), end, style).page();
    }

    /** Whether there is more to check of what is in order. */
    private boolean isMore() {
        return report.verdict().id() == null
                && report.complete()
                && !report.settings().scope().full();
    }

    /** How many checks of each category ended how. */
    private String tally(Style style) {
        StringBuilder tally = new StringBuilder();
        for (Category category : Category.values()) {
            StringBuilder counts = new StringBuilder();
            for (Status status : Status.values()) {
                long count = report.checks().stream()
                        .filter(line -> line.info().category() == category
                                && line.result().status() == status)
                        .count();
                counts.append(count == 0 ? "" : " " + style.symbol(status) + count);
            }
            String slug = category == Category.CONFIGURATION ? "config" : category.slug();
            String name = slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1);
            tally.append(counts.isEmpty() ? "" : name + counts + "  ");
        }
        return tally + "(all: -v)";
    }

    /** What was called. */
    public static String about(CheckReport report, Style style) {
        return (report.settings().simulated() ? "SIMULATED, " : "")
                + style.shown(Redactor.toldUrl(report.settings().target().baseUrl()))
                + (report.complete() ? "" : "; interrupted: this is what was known by then");
    }

    private BlockPage whole(Audience audience) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Section("Summary", summary(audience)));
        blocks.addAll(FindingBlocks.section(report.findings(), audience));
        blocks.addAll(Block.Table.section(
                "Checks",
                List.of("Check", "Status", "Took", "Detail"),
                report.checks().stream().map(line -> check(line, audience)).toList()));
        List<List<String>> calls = new ArrayList<>();
        for (RecordedCall call : report.requests()) {
            for (int i = 0; i < call.attempts().size(); i++) {
                calls.add(attempt(call, i));
            }
        }
        blocks.addAll(Block.Table.section(
                "Calls",
                List.of("Call", "Request", "Status", "Sent", "Took", "request-id", "client-request-id"),
                calls));
        Verdict verdict = report.verdict();
        blocks.add(isMore() ? FindingBlocks.end(verdict, MORE) : FindingBlocks.end(verdict));
        String title = verdict.id() == null
                ? verdict.title()
                : CaseWords.headline(report.findings().get(0)).to(audience);
        return new BlockPage(
                title, verdict.id(), verdict.status(), report.settings().simulated(), blocks);
    }

    private List<Block> summary(Audience audience) {
        List<Block> blocks = FindingBlocks.warnings(report.settings().simulated(), report.complete());
        String counts = report.summary().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().slug())
                .collect(Collectors.joining(", "));
        blocks.add(FindingBlocks.facts(report.verdict())
                .and(
                        "Target",
                        Redactor.toldUrl(report.settings().target().baseUrl()).to(audience))
                .and("Tenant", report.tenant() == null ? null : Redactor.tenant(report.tenant()))
                .and("Run", report.runId() + (kept ? "" : ", not recorded"))
                .and("Time", Amounts.span(millis(report.startedAt()), millis(report.finishedAt())))
                .and("Checks", counts)
                .and("Cost", Bill.of(report))
                .and("Exit code", report.verdict().exit())
                .and("Written by", "scimdoctor " + Version.text()));
        return blocks;
    }

    private static List<String> check(CheckLine line, Audience audience) {
        String detail = line.result().detail().to(audience);
        StringBuilder text = new StringBuilder(detail.isEmpty() ? line.info().title() : detail);
        for (Finding finding : line.result().findings()) {
            text.append(" [").append(finding.id()).append(']');
        }
        return List.of(
                line.info().id(), line.result().status().name(), Amounts.millis(line.duration()), text.toString());
    }

    private static List<String> attempt(RecordedCall call, int index) {
        int tries = call.attempts().size();
        Attempt attempt = call.attempts().get(index);
        String requestId = index == tries - 1 ? call.facts().requestId() : attempt.requestId();
        String clientRequestId = attempt.clientRequestId() == null ? call.clientRequestId() : attempt.clientRequestId();
        return List.of(
                call.id() + (tries == 1 ? "" : ", try " + (index + 1) + " of " + tries),
                call.facts().endpoint(),
                attempt.status() == null ? "no answer" : attempt.status().toString(),
                millis(attempt.at()).toString(),
                Amounts.millis(attempt.duration()),
                requestId == null ? "" : Redactor.identifier(requestId),
                Redactor.identifier(clientRequestId));
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
