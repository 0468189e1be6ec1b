package io.scimdoctor.run.report;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunHead;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run for a reader: what it came to, what it was made with, and every exchange with its times and ids; all of it with header
 * fields and bodies.
 */
public record RunBlocks(Run run) implements BlockReport {
    private static final int MOST_BODY_LINES = 40;

    @Override
    public BlockPage page(Style style, boolean whole) {
        List<Block> blocks = new ArrayList<>(List.of(head(run)));
        made(blocks, run);
        List<List<String>> checks = new ArrayList<>();
        for (Run.RunCheck check : run.checks()) {
            String said = check.findings().isEmpty() ? check.detail() : String.join(", ", check.findings());
            checks.add(List.of(
                    check.id(), check.status().toUpperCase(Locale.ROOT), said.isEmpty() ? check.title() : said));
        }
        blocks.addAll(Block.Table.section("Checks", List.of("Check", "Status", "Detail"), checks));
        blocks.addAll(FindingBlocks.section(run.findings(), style.audience()));
        blocks.addAll(groups(run));
        List<Block> exchanges =
                run.calls().stream().map(call -> exchange(call, whole)).toList();
        blocks.add(
                new Block.Section("Exchanges", exchanges.isEmpty() ? List.of(new Block.Paragraph("none")) : exchanges));
        section(blocks, "Masked", Facts.of(run.masked().entrySet(), Map.Entry::getKey, Map.Entry::getValue));
        return BlockPage.of(run.verdict(), run.head().simulated(), blocks);
    }

    /** What was called, with which settings and which token. */
    private static void made(List<Block> blocks, Run run) {
        Run.RunTarget target = run.target();
        section(
                blocks,
                "Target",
                Facts.NONE
                        .and("base URL", target.baseUrl())
                        .and("cloud", target.cloud())
                        .and("tenant", target.tenantId())
                        .and("application", target.clientId()));
        section(blocks, "Settings", Facts.of(run.settings(), Run.RunSetting::name, RunBlocks::setting));
        Run.RunToken token = run.token();
        if (token != null) {
            section(blocks, "Token", Facts.of(token.claims().entrySet(), Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private static String setting(Run.RunSetting setting) {
        return (setting.value() == null ? "(secret)" : setting.value()) + ", from " + setting.source();
    }

    private static void section(List<Block> blocks, String title, Facts facts) {
        if (!facts.facts().isEmpty()) {
            blocks.add(new Block.Section(title, facts));
        }
    }

    private static Block head(Run run) {
        RunHead head = run.head();
        List<String> program = new ArrayList<>(List.of(
                "scimdoctor " + head.machine().tool(),
                "catalogue " + head.machine().catalogue()));
        run.head().machine().environment().forEach(fact -> program.add(fact.name() + " " + fact.value()));
        return FindingBlocks.facts(run.verdict())
                .and("Run", head.id())
                .and(
                        "Made by",
                        (head.simulated() ? "SIMULATED, " : "") + head.kind().slug() + " from "
                                + head.startedAt().truncatedTo(ChronoUnit.SECONDS) + " to "
                                + head.finishedAt().truncatedTo(ChronoUnit.SECONDS)
                                + (head.complete() ? "" : ", interrupted"))
                .and("Program", String.join(", ", program));
    }

    /** What was counted, where not all of it was kept. */
    private static List<Block> groups(Run run) {
        if (run.totals().exchanges() == run.calls().size()) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (Run.RunGroup group : run.groups()) {
            String window = group.firstSeen() == null ? "" : ", " + group.firstSeen() + " to " + group.lastSeen();
            items.add(group.count() + " " + group.id() + window);
        }
        String sums = run.totals().exchanges() + " exchanges, " + run.totals().failures() + " failures; "
                + run.calls().size() + " exchanges are kept";
        return List.of(new Block.Section("Counted", new Block.Paragraph(sums), new Block.Bullets(items)));
    }

    private static Block exchange(RunCall call, boolean whole) {
        Exchange exchange = call.exchange();
        SentRequest request = exchange.request();
        Answered answer = exchange.answer();
        Headers headers = exchange.answerHeaders();
        Facts facts = Facts.NONE
                .and("ended", ended(call))
                .and("captured in", call.source() == null ? null : call.source().replaceFirst("^-:", "standard input:"))
                .and("sent", exchange.at())
                .and("took", known(Amounts.phases(exchange.trace().phases())))
                .and("route", known(route(exchange.trace())))
                .and("request-id", headers.first("request-id").orElse(null))
                .and("client-request-id", exchange.clientRequestId())
                .and("attempts", ExchangeBlocks.attempts(exchange.attempts()));
        if (whole) {
            facts = facts.and("request", ExchangeBlocks.message(request.headers(), request.body(), MOST_BODY_LINES));
            facts = answer == null
                    ? facts
                    : facts.and("answer", ExchangeBlocks.message(headers, answer.body(), MOST_BODY_LINES));
        }
        String method = request.method();
        String url = request.url();
        return new Block.Section(
                call.id() + "  " + (method == null ? "" : method + " ") + (url == null ? "an unknown URL" : url),
                facts);
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String ended(RunCall call) {
        String finding = call.finding() == null ? "" : ": " + call.finding();
        String or = call.alternatives().isEmpty() ? "" : " (or " + String.join(", ", call.alternatives()) + ")";
        if (call.exchange().outcome() instanceof Answered answer) {
            return (answer.status() == 0 ? "an answer without a status" : "HTTP " + answer.status()) + finding + or;
        }
        Unanswered unanswered = (Unanswered) call.exchange().outcome();
        return "no answer: " + unanswered.fault().slug() + ". " + unanswered.detail();
    }

    private static String route(Trace trace) {
        Map<String, @Nullable String> parts = new LinkedHashMap<>();
        parts.put("to ", trace.address());
        parts.put("through the proxy ", trace.proxy());
        parts.put("", trace.tlsProtocol());
        parts.put("certificate from ", trace.tlsIssuer());
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
