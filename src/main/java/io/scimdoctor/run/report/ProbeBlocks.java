package io.scimdoctor.run.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.Json;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.block.FindingScreen;
import io.scimdoctor.report.check.CheckBlocks;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.scim.ErrorBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Single requests for a reader: what was sent, what came back, and what that means.
 *
 * @param run what may be shown of the exchanges
 * @param report what they mean
 * @param kept whether other commands find the run later
 */
public record ProbeBlocks(Run run, CheckReport report, boolean kept) implements BlockReport {
    private static final int MOST_BODY_LINES = 40;

    @Override
    public BlockPage page(Style style, boolean whole) {
        List<RunCall> requests = run.calls().stream()
                .filter(call -> !call.id().equals("token") || call.finding() != null)
                .toList();
        Verdict verdict = report.verdict();
        if (requests.size() < 2 && verdict.exitCode() != ExitCode.HEALTHY && verdict.id() != null && !whole) {
            return screen(style);
        }
        List<Block> blocks = FindingBlocks.warnings(report.settings().simulated(), true);
        blocks.add(FindingBlocks.facts(verdict));
        if (requests.size() == 1) {
            blocks.addAll(message(requests.get(0), whole ? Integer.MAX_VALUE : MOST_BODY_LINES));
        } else if (requests.size() == 2 && requests.get(0).id().equals("with-accept")) {
            blocks.add(compared(requests.get(0), requests.get(1)));
        } else if (!requests.isEmpty()) {
            blocks.add(listed(requests));
        }
        blocks.addAll(FindingBlocks.section(report.findings(), style.audience()));
        requests.forEach(call -> created(blocks, call));
        blocks.add(new Block.Paragraph(Bill.of(report)));
        String title = verdict.status() == Status.PASS ? "The request succeeded" : verdict.title();
        blocks.add(FindingBlocks.end(verdict));
        return new BlockPage(
                title, verdict.id(), verdict.status(), report.settings().simulated(), blocks);
    }

    /** What failed, on one screen. */
    private BlockPage screen(Style style) {
        Verdict verdict = report.verdict();
        List<Block> end = FindingScreen.others(report.findings(), verdict.id(), style);
        end.add(new Block.Paragraph(
                Bill.of(report) + " Exit code " + verdict.exitCode().number() + ". (all: -v)"));
        Finding finding = report.findings().get(0);
        String ticket = (kept ? "" : "probe again, recorded; scimdoctor ") + "ticket new";
        end.addAll(FindingScreen.next(finding, report.settings().simulated(), "probe again", ticket));
        String about = CheckBlocks.about(report, style);
        return new FindingScreen(finding, verdict.status(), about, end, style).page();
    }

    private static List<Block> message(RunCall call, int most) {
        Exchange exchange = call.exchange();
        List<Block> request = new ArrayList<>(List.of(new Block.Paragraph(
                exchange.request().method() + " " + exchange.request().url())));
        request.addAll(ExchangeBlocks.message(
                exchange.request().headers(), exchange.request().body(), most));
        List<Block> answer = new ArrayList<>();
        if (exchange.outcome() instanceof Answered answered) {
            String phases = Amounts.phases(exchange.trace().phases());
            answer.add(new Block.Paragraph("HTTP " + answered.status() + (phases.isEmpty() ? "" : ", " + phases)));
            answer.addAll(ExchangeBlocks.message(answered.headers(), answered.body(), most));
        } else if (exchange.outcome() instanceof Unanswered unanswered) {
            answer.add(new Block.Paragraph("none: " + unanswered.detail()));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Section("Request", request));
        blocks.add(new Block.Section("Answer", answer));
        Block attempts = ExchangeBlocks.attempts(exchange.attempts());
        if (attempts != null) {
            blocks.add(new Block.Section("Attempts", attempts));
        }
        return blocks;
    }

    private static Block compared(RunCall with, RunCall without) {
        return new Block.Section(
                "Accept",
                new Block.Table(
                        "Accept",
                        List.of("", "with Accept", "without Accept"),
                        List.of(
                                List.of("status", status(with), status(without)),
                                List.of("finding", finding(with), finding(without)),
                                List.of("content type", header(with, "content-type"), header(without, "content-type")),
                                List.of("message", message(with), message(without)),
                                List.of("time", total(with), total(without)))),
                Block.Facts.NONE
                        .and("with it", "request-id " + header(with, "request-id"))
                        .and("without it", "request-id " + header(without, "request-id")));
    }

    private static Block listed(List<RunCall> calls) {
        List<List<String>> rows = new ArrayList<>();
        for (RunCall call : calls) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    status(call),
                    total(call),
                    finding(call),
                    header(call, "request-id")));
        }
        long failed = calls.stream().filter(call -> call.finding() != null).count();
        return new Block.Section(
                "Calls",
                new Block.Table("Calls", List.of("", "Status", "Took", "Finding", "request-id"), rows),
                new Block.Paragraph(failed + " of " + calls.size() + " failed"));
    }

    private static String status(RunCall call) {
        Answered answer = call.exchange().answer();
        return answer == null ? "---" : String.valueOf(answer.status());
    }

    private static String finding(RunCall call) {
        return call.finding() == null ? "success" : call.finding();
    }

    private static String header(RunCall call, String name) {
        Answered answer = call.exchange().answer();
        return answer == null ? "" : answer.headers().first(name).orElse("none");
    }

    private static String message(RunCall call) {
        Answered answer = call.exchange().answer();
        return answer == null || answer.isSuccess()
                ? ""
                : ErrorBody.parse(answer.body()).message();
    }

    private static String total(RunCall call) {
        Duration total = call.exchange().trace().phases().total();
        return total == null ? "" : total.toMillis() + " ms";
    }

    /** Says how to delete what the call created. */
    private static void created(List<Block> blocks, RunCall call) {
        Answered answer = call.exchange().answer();
        if (answer == null || answer.status() != 201) {
            return;
        }
        String id = Json.readLeniently(answer.body()).node().path("id").asText("");
        String url = String.valueOf(call.exchange().request().url());
        String resource = url.substring(url.lastIndexOf('/') + 1).replaceFirst("[?].*", "");
        if (!id.isEmpty()) {
            blocks.add(new Block.Paragraph("What was created stays until somebody deletes it:"));
            blocks.add(new Block.Paragraph("  scimdoctor probe DELETE /" + resource + "/" + id));
        }
    }
}
