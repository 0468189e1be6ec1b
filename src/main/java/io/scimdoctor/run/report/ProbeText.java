package io.scimdoctor.run.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Bill;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.scim.ErrorBody;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Single requests for a reader: what was sent, what came back, and what that means. */
public final class ProbeText {
    private static final int MOST_BODY_LINES = 40;

    private final TextPage page;
    private final boolean verbose;

    /** @param verbose whether a long body is shown to its end */
    public ProbeText(Appendable out, Style style, boolean verbose) {
        page = new TextPage(out, style);
        this.verbose = verbose;
    }

    /**
     * @param run what may be shown of the exchanges
     * @param report what they mean
     */
    public void write(Run run, CheckReport report) throws IOException {
        verdict(report);
        List<RunCall> requests = new ArrayList<>();
        for (RunCall call : run.calls()) {
            if (call.id().equals("token") && call.finding() == null) {
                continue;
            }
            requests.add(call);
        }
        if (requests.size() == 1) {
            whole(requests.get(0));
        } else if (requests.size() == 2 && requests.get(0).id().equals("with-accept")) {
            compared(requests.get(0), requests.get(1));
        } else if (!requests.isEmpty()) {
            listed(requests);
        }
        for (Finding finding : report.findings()) {
            page.blank().wrapped(heading(finding), finding.title() + " [" + finding.id() + "]");
            page.finding("  ", finding);
        }
        end(report, requests);
    }

    private String heading(Finding finding) {
        return page.style().severity(finding.severity(), page.style().symbol(Status.FAIL)) + " ";
    }

    private void verdict(CheckReport report) throws IOException {
        Verdict verdict = report.verdict();
        if (verdict.status() == Status.PASS) {
            page.line(
                    page.style().status(Status.PASS, "OK       ") + page.style().bold("The request succeeded."));
        } else {
            page.verdict(pad(verdict.status().name(), 9), verdict);
        }
        if (report.settings().simulated()) {
            page.line("         SIMULATED");
        }
    }

    private void whole(RunCall call) throws IOException {
        Exchange exchange = call.exchange();
        page.blank().line(page.style().bold("Request"));
        page.wrapped(
                "  ",
                "    ",
                exchange.request().method() + " " + exchange.request().url());
        headers(exchange.request().headers());
        body(exchange.request().body());
        page.blank().line(page.style().bold("Answer"));
        if (exchange.outcome() instanceof Answered answer) {
            page.line("  HTTP " + answer.status() + times(exchange.trace().phases()));
            headers(answer.headers());
            body(answer.body());
        } else if (exchange.outcome() instanceof Unanswered unanswered) {
            page.wrapped("  none: ", unanswered.detail());
        }
        if (exchange.attempts().size() > 1) {
            page.blank().line(page.style().bold("Attempts"));
            attempts(exchange.attempts());
        }
    }

    private void headers(Headers headers) throws IOException {
        int widest = 0;
        for (Headers.Field field : headers.fields()) {
            widest = Math.max(widest, field.name().length());
        }
        for (Headers.Field field : headers.fields()) {
            page.wrapped("    " + TextPage.pad(field.name(), widest + 2), field.value());
        }
    }

    private void body(@Nullable String body) throws IOException {
        if (body == null || body.isEmpty()) {
            return;
        }
        page.blank();
        String[] lines = pretty(body).split("\n");
        int shown = verbose ? lines.length : Math.min(lines.length, MOST_BODY_LINES);
        for (int i = 0; i < shown; i++) {
            page.wrapped("    ", lines[i]);
        }
        if (shown < lines.length) {
            page.line("    and " + (lines.length - shown) + " more lines; -v shows them");
        }
    }

    private static String pretty(String body) throws IOException {
        Json.Partial partial = Json.readLeniently(body);
        if (!partial.complete() || partial.node().isValueNode()) {
            return body;
        }
        StringWriter text = new StringWriter();
        try (JsonWriter json = JsonWriter.pretty(text)) {
            json.value(partial.node());
        }
        return text.toString();
    }

    private static String times(Trace.Phases phases) {
        StringBuilder parts = new StringBuilder();
        part(parts, "name look-up", phases.resolve());
        part(parts, "connection", phases.connect());
        part(parts, "TLS", phases.tls());
        part(parts, "first byte after", phases.firstByte());
        Duration total = phases.total();
        return (total == null ? "" : ", " + total.toMillis() + " ms") + (parts.isEmpty() ? "" : " (" + parts + ")");
    }

    private static void part(StringBuilder parts, String name, @Nullable Duration time) {
        if (time != null) {
            parts.append(parts.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(' ')
                    .append(time.toMillis())
                    .append(" ms");
        }
    }

    private void attempts(List<Attempt> attempts) throws IOException {
        int number = 1;
        for (Attempt attempt : attempts) {
            Duration wait = attempt.retryAfter();
            String status = attempt.status() == null ? "no answer" : "HTTP " + attempt.status();
            page.wrapped(
                    "  " + number + ". ",
                    attempt.at() + ", " + status + ", " + attempt.duration().toMillis() + " ms"
                            + (wait == null ? "" : ", Retry-After " + wait.toSeconds() + " s")
                            + (attempt.requestId() == null ? "" : ", request-id " + attempt.requestId())
                            + ", client-request-id " + attempt.clientRequestId());
            number++;
        }
    }

    private void compared(RunCall with, RunCall without) throws IOException {
        int column = Math.max(20, (page.style().width() - 16) / 2);
        page.blank().line("                " + pad("with Accept", column) + "without Accept");
        row("status", status(with), status(without), column);
        row("finding", finding(with), finding(without), column);
        row("content type", header(with, "content-type"), header(without, "content-type"), column);
        row("message", message(with), message(without), column);
        row("time", total(with), total(without), column);
        page.line("  request id    " + header(with, "request-id") + " with it");
        page.line("                " + header(without, "request-id") + " without it");
    }

    /** Two texts side by side, each wrapped in its own column. */
    private void row(String name, String left, String right, int column) throws IOException {
        List<String> lefts = wrapped(left, column - 2);
        List<String> rights = wrapped(right, column);
        for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
            String first = i < lefts.size() ? lefts.get(i) : "";
            String second = i < rights.size() ? rights.get(i) : "";
            page.line(("  " + pad(i == 0 ? name : "", 14) + pad(first, column) + second).stripTrailing());
        }
    }

    private static List<String> wrapped(String text, int width) throws IOException {
        StringBuilder lines = new StringBuilder();
        new TextPage(lines, new Style(false, false, width, Audience.HANDED_ON)).wrapped("", text);
        List<String> cut = new ArrayList<>();
        for (String line : lines.toString().split("\n")) {
            for (int at = 0; at == 0 || at < line.length(); at += width) {
                cut.add(line.substring(at, Math.min(line.length(), at + width)));
            }
        }
        return cut;
    }

    private void listed(List<RunCall> calls) throws IOException {
        page.blank().line(page.style().bold("Calls"));
        int failed = 0;
        for (int i = 0; i < calls.size(); i++) {
            RunCall call = calls.get(i);
            failed += call.finding() == null ? 0 : 1;
            page.line(("  " + pad(String.valueOf(i + 1), 5) + pad(status(call), 5) + pad(total(call), 10)
                            + pad(finding(call), 24) + header(call, "request-id"))
                    .stripTrailing());
        }
        page.line("  " + failed + " of " + calls.size() + " failed");
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

    private static String pad(String text, int width) {
        return TextPage.pad(text + " ", width);
    }

    private void end(CheckReport report, List<RunCall> requests) throws IOException {
        page.blank();
        for (RunCall call : requests) {
            created(call);
        }
        page.wrapped("", Bill.of(report));
        page.end(report.verdict());
    }

    /** Whoever created something should know how to be rid of it. */
    private void created(RunCall call) throws IOException {
        Answered answer = call.exchange().answer();
        if (answer == null || answer.status() != 201) {
            return;
        }
        String id = Json.readLeniently(answer.body()).node().path("id").asText("");
        String url = String.valueOf(call.exchange().request().url());
        String resource = url.substring(url.lastIndexOf('/') + 1).replaceFirst("[?].*", "");
        if (!id.isEmpty()) {
            page.line("What was created stays until somebody deletes it:");
            page.line("  scimdoctor probe DELETE /" + resource + "/" + id);
        }
    }
}
