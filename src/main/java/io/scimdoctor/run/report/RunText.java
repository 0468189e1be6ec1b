package io.scimdoctor.run.report;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunHead;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run for a reader: what it came to, what it was made with, and every exchange with its times and ids. */
public final class RunText {
    private static final int LONGEST_BODY = 600;

    private final TextPage page;
    private final boolean verbose;

    /** @param verbose whether header fields and bodies are shown too */
    public RunText(Appendable out, Style style, boolean verbose) {
        page = new TextPage(out, style);
        this.verbose = verbose;
    }

    public void write(Run run) throws IOException {
        head(run);
        table("Settings", settings(run.settings()));
        Run.RunToken token = run.token();
        if (token != null) {
            table("Token", List.copyOf(token.claims().entrySet()));
        }
        checks(run.checks());
        findings(run.findings());
        groups(run);
        exchanges(run);
        masked(run.masked());
    }

    private void head(Run run) throws IOException {
        RunHead head = run.head();
        page.verdict(run.verdict());
        page.line("         Run " + head.id());
        page.wrapped(
                "         ",
                (head.simulated() ? "SIMULATED, " : "") + head.kind().slug() + " from " + head.startedAt() + " to "
                        + head.finishedAt() + (head.complete() ? "" : ", interrupted"));
        List<String> program = new ArrayList<>(List.of("scimdoctor " + head.tool(), "catalogue " + head.catalogue()));
        for (Evidence fact : run.environment()) {
            program.add(fact.name() + " " + fact.value());
        }
        page.wrapped("         ", String.join(", ", program));
        table("Target", target(run.target()));
    }

    private static List<Map.Entry<String, String>> target(Run.RunTarget target) {
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        row(rows, "base URL", target.baseUrl());
        row(rows, "cloud", target.cloud());
        row(rows, "tenant", target.tenantId());
        row(rows, "application", target.clientId());
        return rows;
    }

    private static List<Map.Entry<String, String>> settings(List<Run.RunSetting> settings) {
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        for (Run.RunSetting setting : settings) {
            String value = setting.value() == null ? "(secret)" : setting.value();
            row(rows, setting.name(), value + ", from " + setting.source());
        }
        return rows;
    }

    private static void row(List<Map.Entry<String, String>> rows, String name, @Nullable String value) {
        if (value != null) {
            rows.add(Map.entry(name, value));
        }
    }

    private void table(String title, List<Map.Entry<String, String>> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        title(title);
        int widest = 0;
        for (Map.Entry<String, String> row : rows) {
            widest = Math.max(widest, row.getKey().length());
        }
        for (Map.Entry<String, String> row : rows) {
            page.wrapped("  " + TextPage.pad(row.getKey(), widest + 2), row.getValue());
        }
    }

    private void title(String title) throws IOException {
        page.blank();
        page.line(page.style().bold(title));
    }

    private void checks(List<Run.RunCheck> checks) throws IOException {
        if (checks.isEmpty()) {
            return;
        }
        title("Checks");
        int widest = 0;
        for (Run.RunCheck check : checks) {
            widest = Math.max(widest, check.id().length());
        }
        for (Run.RunCheck check : checks) {
            Status status = Status.valueOf(check.status().toUpperCase(Locale.ROOT));
            String mark = page.style().status(status, page.style().symbol(status));
            String said = check.findings().isEmpty() ? check.detail() : String.join(", ", check.findings());
            page.wrapped(
                    "  " + mark + " " + TextPage.pad(check.id(), widest + 2), said.isEmpty() ? check.title() : said);
        }
    }

    private void findings(List<Finding> findings) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        title("Findings");
        for (Finding finding : findings) {
            page.wrapped(
                    "  " + page.style().severity(finding.severity(), "! "),
                    finding.title() + " [" + finding.id() + "]");
            page.finding("    ", finding);
        }
    }

    private void groups(Run run) throws IOException {
        if (run.totals().exchanges() == run.calls().size()) {
            return;
        }
        title("Counted");
        page.wrapped(
                "  ",
                run.totals().exchanges() + " exchanges, " + run.totals().failures() + " failures; "
                        + run.calls().size() + " exchanges are kept");
        for (Run.RunGroup group : run.groups()) {
            String window = group.firstSeen() == null ? "" : ", " + group.firstSeen() + " to " + group.lastSeen();
            page.wrapped("  " + TextPage.pad(String.valueOf(group.count()), 6), group.id() + window);
        }
    }

    private void exchanges(Run run) throws IOException {
        title("Exchanges");
        if (run.calls().isEmpty()) {
            page.line("  none");
        }
        for (RunCall call : run.calls()) {
            exchange(call);
        }
    }

    private void exchange(RunCall call) throws IOException {
        Exchange exchange = call.exchange();
        String method = exchange.request().method();
        String url = exchange.request().url();
        page.wrapped(
                "  " + page.style().bold(call.id()) + "  ",
                "      ",
                (method == null ? "" : method + " ") + (url == null ? "an unknown URL" : url));
        page.wrapped("      ", ended(call));
        if (call.source() != null) {
            page.wrapped("      ", "captured in " + call.source().replaceFirst("^-:", "standard input:"));
        }
        if (exchange.at() != null) {
            page.wrapped(
                    "      ", "sent " + exchange.at() + times(exchange.trace().phases()));
        }
        route(exchange.trace());
        ids(exchange);
        attempts(exchange.attempts());
        if (verbose) {
            message("> ", exchange.request().headers(), exchange.request().body());
            Answered answer = exchange.answer();
            message("< ", answer == null ? Headers.NONE : answer.headers(), answer == null ? null : answer.body());
        }
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

    private static String times(Trace.Phases phases) {
        StringBuilder text = new StringBuilder();
        time(text, "DNS", phases.resolve());
        time(text, "connect", phases.connect());
        time(text, "TLS", phases.tls());
        time(text, "first byte after", phases.firstByte());
        time(text, "total", phases.total());
        return text.toString();
    }

    private static void time(StringBuilder text, String name, @Nullable Duration duration) {
        if (duration != null) {
            text.append(text.isEmpty() ? "; " : ", ")
                    .append(name)
                    .append(' ')
                    .append(duration.toMillis())
                    .append(" ms");
        }
    }

    private void route(Trace trace) throws IOException {
        List<String> parts = new ArrayList<>();
        if (trace.address() != null) {
            parts.add("to " + trace.address());
        }
        if (trace.proxy() != null) {
            parts.add("through the proxy " + trace.proxy());
        }
        if (trace.tlsProtocol() != null) {
            parts.add(trace.tlsProtocol());
        }
        if (trace.tlsIssuer() != null) {
            parts.add("certificate from " + trace.tlsIssuer());
        }
        if (!parts.isEmpty()) {
            page.wrapped("      ", String.join(", ", parts));
        }
    }

    private void ids(Exchange exchange) throws IOException {
        Answered answer = exchange.answer();
        Headers headers = answer == null ? Headers.NONE : answer.headers();
        String request = headers.first("request-id").orElse(null);
        String client = headers.first("client-request-id")
                .or(() -> exchange.request().headers().first("client-request-id"))
                .orElse(null);
        if (request != null) {
            page.line("      request-id         " + request);
        }
        if (client != null) {
            page.line("      client-request-id  " + client);
        }
    }

    private void attempts(List<Attempt> attempts) throws IOException {
        if (attempts.size() < 2) {
            return;
        }
        int number = 1;
        for (Attempt attempt : attempts) {
            Duration wait = attempt.retryAfter();
            page.wrapped(
                    "      attempt " + number++ + "  ",
                    attempt.at() + ", " + (attempt.status() == null ? "no answer" : "HTTP " + attempt.status())
                            + " after "
                            + attempt.duration().toMillis() + " ms"
                            + (wait == null ? "" : ", Retry-After " + wait.toSeconds() + " s")
                            + (attempt.requestId() == null ? "" : ", request-id " + attempt.requestId()));
        }
    }

    private void message(String mark, Headers headers, @Nullable String body) throws IOException {
        for (Headers.Field field : headers.fields()) {
            page.wrapped("      " + mark, "        ", field.name() + ": " + field.value());
        }
        if (body != null && !body.isEmpty()) {
            String shown = body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) + " …" : body;
            page.wrapped("      " + mark, "        ", shown.replace('\n', ' '));
        }
    }

    private void masked(Map<String, Integer> masked) throws IOException {
        if (masked.isEmpty()) {
            return;
        }
        title("Masked");
        List<String> places = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : masked.entrySet()) {
            places.add(entry.getKey() + " (" + entry.getValue() + ")");
        }
        page.wrapped("  ", String.join(", ", places));
    }
}
