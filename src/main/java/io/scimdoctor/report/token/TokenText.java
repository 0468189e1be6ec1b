package io.scimdoctor.report.token;

import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.util.List;

/** A token for a reader: what it says first, what to think of it after. */
public final class TokenText {
    private final TextPage page;

    public TokenText(Appendable out, Style style) {
        page = new TextPage(out, style);
    }

    public void write(TokenReport report, Verdict verdict) throws IOException {
        if (report.simulated()) {
            page.line("SIMULATED: the simulator in this process answered, not Microsoft.")
                    .blank();
        }
        if (report.reading() instanceof TokenReading.Decoded decoded) {
            table("Header", TokenFields.header(decoded.header()));
            table("Claims", TokenFields.claims(decoded.claims(), report.now()));
            page.wrapped("Signature  ", TokenReport.SIGNATURE + ".");
            page.blank();
        } else if (report.reading() instanceof TokenReading.Encrypted encrypted && encrypted.header() != null) {
            table("Header", TokenFields.header(encrypted.header()));
        }
        for (String note : report.notes()) {
            page.wrapped("Note       ", note + ".");
        }
        if (report.findings().isEmpty()) {
            String word = page.style().status(Status.PASS, "OK    ");
            page.line(word + verdict.title() + ", judged by the local clock.");
        }
        for (int i = 0; i < report.findings().size(); i++) {
            Finding finding = report.findings().get(i);
            if (i > 0) {
                page.blank();
            }
            String word = finding.severity() == Severity.FAIL
                    ? "FAIL  "
                    : finding.severity() == Severity.WARN ? "WARN  " : "INFO  ";
            page.wrapped(
                    page.style().severity(finding.severity(), word),
                    page.style().bold(finding.title() + ".") + " [" + finding.id() + "]");
            page.finding("      ", finding);
        }
        end(report, verdict);
    }

    private void end(TokenReport report, Verdict verdict) throws IOException {
        page.blank();
        calls(report.origin().requests());
        String check = report.origin().requests().isEmpty() ? "check --token-file FILE" : "check";
        page.end(verdict.exitCode(), verdict.id() == null ? check : "explain " + verdict.id());
    }

    private void calls(List<RecordedCall> requests) throws IOException {
        for (RecordedCall call : requests) {
            Integer status = call.facts().status();
            String requestId = call.facts().requestId();
            page.wrapped(
                    "Call       ",
                    call.facts().method() + " "
                            + page.style().shown(call.facts().url()) + ", "
                            + (status == null ? "no answer" : "answered " + status)
                            + (requestId == null ? "" : ", request-id " + requestId)
                            + ", client-request-id " + call.clientRequestId() + ".");
        }
        if (!requests.isEmpty()) {
            page.blank();
        }
    }

    private void table(String title, List<TokenFields.Field> fields) throws IOException {
        page.line(page.style().bold(title));
        int widest = 0;
        for (TokenFields.Field field : fields) {
            widest = Math.max(widest, field.name().length());
        }
        for (TokenFields.Field field : fields) {
            String label = "  " + TextPage.pad(field.name(), widest + 2);
            String meaning = field.meaning().isEmpty() ? "" : page.style().dim("  (" + field.meaning() + ")");
            page.wrapped(label, field.value() + meaning);
        }
        page.blank();
    }
}
