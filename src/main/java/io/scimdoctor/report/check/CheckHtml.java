package io.scimdoctor.report.check;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckReport.CheckLine;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.HtmlFinding;
import io.scimdoctor.report.format.HtmlPage;
import io.scimdoctor.report.format.HtmlPage.Fact;
import io.scimdoctor.report.format.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run as a web page: the verdict, every finding opened, every check, and the calls with their ids and times. */
public final class CheckHtml {
    private final CheckReport report;
    private final HtmlPage page;

    private CheckHtml(CheckReport report) {
        this.report = report;
        page = HtmlFinding.page(report.verdict(), report.settings().simulated());
    }

    public static String of(CheckReport report) {
        CheckHtml html = new CheckHtml(report);
        html.summary();
        html.findings();
        html.checks();
        html.calls();
        return html.page.text();
    }

    private void summary() {
        page.section("Summary");
        if (report.settings().simulated()) {
            page.warning("SIMULATED: the answers come from the built-in simulator, not from Microsoft.");
        }
        if (!report.complete()) {
            page.warning("Interrupted: this is what was known by then.");
        }
        List<Fact> facts = HtmlFinding.facts(report.verdict());
        facts.add(Fact.of("Target", Redactor.url(report.settings().target().baseUrl())));
        if (report.tenant() != null) {
            facts.add(Fact.of("Tenant", Redactor.tenant(report.tenant())));
        }
        facts.add(Fact.of("Run", report.runId()));
        facts.add(Fact.of("Time", Amounts.span(millis(report.startedAt()), millis(report.finishedAt()))));
        facts.add(Fact.of("Checks", counts()));
        facts.add(Fact.of("Cost", Bill.of(report)));
        facts.add(Fact.of("Exit code", report.verdict().exitCode().words()));
        facts.add(Fact.of("Written by", "scimdoctor " + Version.text()));
        page.facts(facts);
    }

    private String counts() {
        List<String> counts = new ArrayList<>();
        report.summary().forEach((status, count) -> {
            if (count > 0) {
                counts.add(count + " " + status.slug());
            }
        });
        return String.join(", ", counts);
    }

    private void findings() {
        if (report.findings().isEmpty()) {
            return;
        }
        page.section("Findings");
        for (Finding finding : report.findings()) {
            HtmlFinding.write(page, finding);
        }
    }

    private void checks() {
        if (report.checks().isEmpty()) {
            return;
        }
        Set<String> opened = new HashSet<>();
        report.findings().forEach(finding -> opened.add(finding.id()));
        page.section("Checks").table("Checks", List.of("Check", "Status", "Detail", "Took"));
        for (CheckLine line : report.checks()) {
            page.row(List.of(
                    HtmlPage.code(line.info().id()),
                    HtmlPage.badge(line.result().status()),
                    detail(line, opened),
                    took(line.duration())));
        }
        page.endTable();
    }

    private static String detail(CheckLine line, Set<String> opened) {
        String detail = line.result().detail().handedOn();
        StringBuilder html = new StringBuilder(
                HtmlPage.escaped(detail.isEmpty() ? line.info().title() : detail));
        for (Finding finding : line.result().findings()) {
            boolean linked = opened.contains(finding.id());
            html.append(' ').append(linked ? HtmlFinding.reference(finding.id()) : HtmlPage.code(finding.id()));
        }
        return html.toString();
    }

    private void calls() {
        if (report.requests().isEmpty()) {
            return;
        }
        page.section("Calls")
                .table(
                        "Calls",
                        List.of("Call", "Request", "Sent", "Status", "Took", "request-id", "client-request-id"));
        for (RecordedCall call : report.requests()) {
            int tries = call.attempts().size();
            for (int i = 0; i < tries; i++) {
                attempt(call, call.attempts().get(i), tries == 1 ? "" : ", try " + (i + 1) + " of " + tries);
            }
        }
        page.endTable();
    }

    private void attempt(RecordedCall call, Attempt attempt, String which) {
        boolean last = attempt.equals(call.attempts().get(call.attempts().size() - 1));
        String requestId = last ? call.facts().requestId() : identifier(attempt.requestId());
        String clientRequestId = attempt.clientRequestId() == null
                ? call.clientRequestId()
                : Redactor.identifier(attempt.clientRequestId());
        Integer status = attempt.status();
        page.row(List.of(
                HtmlPage.escaped(call.id() + which),
                HtmlPage.escaped(call.facts().endpoint()),
                HtmlPage.code(millis(attempt.at()).toString()),
                status == null ? "no answer" : status.toString(),
                took(attempt.duration()),
                HtmlPage.code(requestId == null ? "" : requestId),
                HtmlPage.code(clientRequestId)));
    }

    private static @Nullable String identifier(@Nullable String id) {
        return id == null ? null : Redactor.identifier(id);
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String took(Duration duration) {
        return Amounts.number(duration.toMillis()) + " ms";
    }
}
