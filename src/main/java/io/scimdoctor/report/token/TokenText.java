package io.scimdoctor.report.token;

import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.block.FindingScreen;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A token for a reader: what it says first, what to think of it after; causes, sources and all steps with -v. */
public final class TokenText {
    private final TextPage page;
    private final boolean verbose;

    public TokenText(Appendable out, Style style, boolean verbose) {
        page = new TextPage(out, style);
        this.verbose = verbose;
    }

    public void write(TokenReport report, Verdict verdict) throws IOException {
        List<Block> blocks = new ArrayList<>();
        if (report.simulated()) {
            blocks.add(new Block.Paragraph("SIMULATED: the simulator in this process answered, not Microsoft."));
        }
        Facts about = Facts.NONE;
        if (report.reading() instanceof TokenReading.Decoded decoded) {
            blocks.add(new Block.Section("Header", fields(TokenFields.header(decoded.header()))));
            blocks.add(new Block.Section("Claims", fields(TokenFields.claims(decoded.claims(), report.now()))));
            about = about.and("Signature", TokenReport.SIGNATURE + ".");
        } else if (report.reading() instanceof TokenReading.Encrypted encrypted && encrypted.header() != null) {
            blocks.add(new Block.Section("Header", fields(TokenFields.header(encrypted.header()))));
        }
        for (String note : report.notes()) {
            about = about.and("Note", note + ".");
        }
        for (RecordedCall call : report.origin().requests()) {
            about = about.and("Call", call(call));
        }
        blocks.add(about);
        Finding leading = report.leading();
        if (leading == null) {
            String title = verdict.title() + ", judged by the local clock.";
            blocks.add(new Block.Section(title, null, Status.PASS, List.of()));
        } else if (verbose) {
            for (Finding finding : report.findings()) {
                blocks.add(FindingBlocks.of(finding, page.style().audience()));
            }
        }
        new BlockText(page).write("", blocks);
        page.blank();
        if (leading == null || verbose) {
            String check = report.origin().requests().isEmpty() ? "check --token-file FILE" : "check";
            page.end(verdict.exitCode(), leading == null ? check : "explain " + leading.id());
        } else {
            new FindingScreen(page, leading).write(verdict.status(), "", end(report, leading, verdict));
        }
    }

    private List<String> end(TokenReport report, Finding leading, Verdict verdict) {
        List<String> end = FindingScreen.others(report.findings(), leading.id(), page.style());
        end.add("Exit code " + verdict.exitCode().words() + ". -v tells causes, sources and all steps.");
        end.add("Why   scimdoctor explain " + leading.id());
        return end;
    }

    private String call(RecordedCall call) {
        Integer status = call.facts().status();
        String requestId = call.facts().requestId();
        return call.facts().method() + " " + page.style().shown(call.facts().url()) + ", "
                + (status == null ? "no answer" : "answered " + status)
                + (requestId == null ? "" : ", request-id " + requestId)
                + ", client-request-id " + call.clientRequestId() + ".";
    }

    private Facts fields(List<TokenFields.Field> fields) {
        Facts facts = Facts.NONE;
        for (TokenFields.Field field : fields) {
            String meaning = field.meaning().isEmpty() ? "" : "  (" + field.meaning() + ")";
            facts = facts.and(page.style().shown(field.name()), page.style().shown(field.value()) + meaning);
        }
        return facts;
    }
}
