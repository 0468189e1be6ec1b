package io.scimdoctor.report.token;

import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.input.Source;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.block.FindingScreen;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.token.TokenReading;
import java.util.List;

/** A token for a reader: what it says first, what to think of it after; all of it with causes, sources and all steps. */
public record TokenBlocks(TokenReport report, Verdict verdict) implements BlockReport {
    @Override
    public BlockPage page(Style style, boolean whole) {
        List<Block> blocks = said(style);
        Finding leading = report.leading();
        String origin = report.origin().file();
        boolean known = !report.origin().requests().isEmpty() || origin.equals("SCIMDOCTOR_TOKEN");
        String file = known ? "" : " --token-file " + Places.argument(new Source(origin, 1, null), true, style);
        String check = "check" + file;
        Block end = FindingBlocks.end(verdict, leading == null ? style.again(check) : "explain " + leading.id());
        String title = verdict.title() + (leading == null ? ", judged by the local clock" : "");
        if (whole) {
            blocks.addAll(FindingBlocks.section(report.findings(), style.audience()));
            blocks.add(end);
            return new BlockPage(
                    title, verdict.id(), verdict.status(), report.origin().simulated(), blocks);
        }
        blocks.add(new Block.Inner(
                leading == null
                        ? new BlockPage(title, null, verdict.status(), false, List.of(end))
                        : new FindingScreen(leading, verdict.status(), "", end(leading, style), style).page()));
        return BlockPage.of("", report.origin().simulated(), blocks);
    }

    /** What the token says of itself, and how it was come by. */
    private List<Block> said(Style style) {
        List<Block> blocks = FindingBlocks.warnings(report.origin().simulated(), true);
        Facts about = Facts.NONE;
        if (report.reading() instanceof TokenReading.Decoded decoded) {
            blocks.add(new Block.Section("Header", fields(TokenFields.header(decoded.header()), style)));
            blocks.add(new Block.Section("Claims", fields(TokenFields.claims(decoded.claims(), report.now()), style)));
            about = about.and("Signature", TokenReport.SIGNATURE + ".");
        } else if (report.reading() instanceof TokenReading.Encrypted encrypted) {
            blocks.add(new Block.Section("Header", fields(TokenFields.header(encrypted.header()), style)));
        }
        for (String note : report.notes()) {
            about = about.and("Note", note + ".");
        }
        for (RecordedCall call : report.origin().requests()) {
            about = about.and("Call", call(call, style));
        }
        blocks.add(about);
        return blocks;
    }

    private List<Block> end(Finding leading, Style style) {
        List<Block> end = FindingScreen.others(report.findings(), leading.id(), style);
        end.add(new Block.Paragraph("Exit code " + verdict.exit() + ". -v tells causes, sources and all steps."));
        end.add(FindingScreen.line("Why", "scimdoctor explain " + leading.id()));
        return end;
    }

    private static String call(RecordedCall call, Style style) {
        Integer status = call.facts().status();
        String requestId = call.facts().requestId();
        return call.facts().method() + " " + style.shown(call.facts().url()) + ", "
                + (status == null ? "no answer" : "answered " + status)
                + (requestId == null ? "" : ", request-id " + requestId)
                + ", client-request-id " + call.clientRequestId() + ".";
    }

    private static Facts fields(List<TokenFields.Field> fields, Style style) {
        Facts facts = Facts.NONE;
        for (TokenFields.Field field : fields) {
            String meaning = field.meaning() == null ? "" : "  (" + field.meaning() + ")";
            facts = facts.and(style.shown(field.name()), style.shown(field.value()) + meaning);
        }
        return facts;
    }
}
