package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.Cut;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.LintRule;
import io.scimdoctor.lint.rule.Rules;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.block.FindingScreen;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Captured answers for readers: one fills the screen, several take two lines each, very many are summed up. */
public final class AnswerPages implements DiagnosisOutput {
    /** Beyond so many answers each for itself tells nobody anything; a web page has filters. */
    private static final int MOST_LISTED = 100;

    static final int MOST_IN_WEB_PAGE = 10_000;
    private static final int MOST_UNREADABLE = 12;
    private static final int MOST_UNREADABLE_ON_PAPER = 100;

    private final Page frame;
    private final int most;
    private final List<Answer> answers = new ArrayList<>();
    private boolean summing;

    /**
     * One answer and where it stands, without its texts.
     *
     * @param cut what is known of a body that is not whole, or null
     */
    record Answer(
            Source source,
            ExchangeFacts call,
            @Nullable Finding finding,
            List<String> alternatives,
            @Nullable Cut cut) {
        /** The finding of an answer that failed. */
        Finding failure() {
            return Objects.requireNonNull(finding);
        }
    }

    public AnswerPages(Page frame) {
        this.frame = frame;
        int listed = switch (frame.format()) {
            case "html" -> MOST_IN_WEB_PAGE;
            case "markdown" -> 1;
            default -> MOST_LISTED;
        };
        most = frame.summary() ? 0 : listed;
        summing = frame.summary();
    }

    @Override
    public long mostListed() {
        return most;
    }

    @Override
    public void sumUp() {
        summing = true;
        answers.clear();
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) {
        if (answers.size() == most) {
            sumUp();
        }
        if (!summing) {
            Finding finding = diagnosis.finding();
            Cut cut = finding == null ? Cut.of(diagnosis.seen()) : null;
            answers.add(new Answer(source, exchange, finding, diagnosis.alternatives(), cut));
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        if (!frame.isSilent(tally.verdict().status() == Status.PASS && tally.unreadable() == 0)) {
            BlockReport report = (style, whole) -> page(tally, style, whole);
            report.write(frame);
        }
    }

    /** All that was read, with its sums. */
    private BlockPage page(DiagnosisTally tally, Style style, boolean whole) {
        boolean text = frame.format().equals("text");
        // A page for a sole answer that succeeded has its sums, and with them its headings.
        if (answers.size() == 1 && (text || (tally.exchanges() == 1 && tally.failures() == 1))) {
            return only(answers.get(0), tally, style, whole);
        }
        boolean summed = summing || !text;
        boolean listed = !summed && !whole && !answers.isEmpty();
        String title = GroupBlocks.sums(tally);
        List<Block> blocks = new ArrayList<>();
        if (listed) {
            AnswerBlocks list = AnswerBlocks.of(answers, tally, style);
            title += list.where();
            blocks.addAll(list.blocks());
        } else if (summed) {
            GroupBlocks groups = new GroupBlocks(tally, frame, style.audience());
            blocks.addAll(groups.blocks(
                    frame.format().equals("html") ? cases(tally) : null,
                    whole && (answers.isEmpty() || tally.failures() == 0)));
        } else {
            answers.forEach(answer -> blocks.add(opened(answer, style)));
        }
        blocks.addAll(unread(tally, style, text ? MOST_UNREADABLE : MOST_UNREADABLE_ON_PAPER));
        if (!summed) {
            blocks.add(GroupBlocks.beside(tally));
        }
        Verdict verdict = tally.verdict();
        // The name of one kind says nothing of the others.
        boolean several = tally.groups().list().size() > 1;
        blocks.add(
                several
                        ? FindingBlocks.end(verdict, summed ? "classify FILE --only ID" : "")
                        : FindingBlocks.end(verdict));
        if (listed) {
            return BlockPage.of(title, false, blocks);
        }
        return several
                ? new BlockPage(title, null, verdict.status(), false, blocks)
                : BlockPage.of(verdict, false, blocks);
    }

    private List<Block> cases(DiagnosisTally tally) {
        List<Answer> failures =
                answers.stream().filter(each -> each.finding() != null).toList();
        return new AnswerCases(tally, failures).blocks();
    }

    private static List<Block> unread(DiagnosisTally tally, Style style, int listed) {
        List<String> pieces = new ArrayList<>();
        for (Unreadable piece : tally.unread(listed)) {
            pieces.add(style.shown(Places.of(piece.source())) + ": " + style.shown(Redactor.told(piece.reason())));
        }
        return FindingBlocks.unread(pieces, tally.unreadable());
    }

    /** A single answer needs no sums. */
    private BlockPage only(Answer answer, DiagnosisTally tally, Style style, boolean whole) {
        Verdict verdict = tally.verdict();
        Finding finding = answer.finding();
        List<Block> blocks = unread(tally, style, MOST_UNREADABLE);
        if (finding == null) {
            blocks.add(known(answer, style));
            blocks.add(FindingBlocks.end(verdict));
            return BlockPage.of(verdict, false, blocks);
        }
        if (whole) {
            Facts facts = known(answer, style).and("Written", GroupBlocks.written(frame.now()));
            blocks.add(0, new Block.Section("Finding", finding.id(), null, List.of(facts)));
            blocks.add(FindingBlocks.end(verdict));
            String title = style.shown(CaseWords.headline(finding));
            return new BlockPage(title, finding.id(), verdict.status(), false, blocks);
        }
        if (!answer.alternatives().isEmpty()) {
            blocks.add(FindingScreen.line("Or", String.join(", ", answer.alternatives())));
        }
        blocks.add(GroupBlocks.beside(tally));
        String from = Places.argument(answer.source(), tally.exchanges() == 1, style);
        blocks.addAll(FindingScreen.next(finding, false, style.again(again(finding)), "ticket new --from " + from));
        blocks.add(FindingBlocks.end(verdict, ""));
        return new FindingScreen(finding, verdict.status(), "", blocks, style).page();
    }

    /** The command that shows whether the fix of a captured call helped; it changes nothing, and a check knows no id. */
    private static String again(Finding finding) {
        int status = finding.httpStatus() == null ? 0 : finding.httpStatus();
        for (LintRule rule : status == 400 || status == 405 ? Rules.load().all() : List.<LintRule>of()) {
            if (finding.id().equals(Objects.requireNonNullElse(rule.condition(), "bad-request"))) {
                return "lint request FILE";
            }
        }
        FailedRequest request = finding.request();
        Told sent = request == null ? null : request.url();
        ScimUrl url = ScimUrl.parse(sent == null ? "" : sent.seen());
        boolean known = finding.fact("object") != null && url.kind().isDirectory();
        return known ? "probe GET " + Places.word("/" + url.kind().segment() + "/" + url.id(), "PATH") : "check";
    }

    private Block opened(Answer answer, Style style) {
        Finding finding = answer.finding();
        return finding == null
                ? new Block.Section("success", null, Status.PASS, List.of(known(answer, style)))
                : FindingBlocks.of(finding, style.shown(CaseWords.headline(finding)), known(answer, style));
    }

    /** All that is known of one answer. */
    private Facts known(Answer answer, Style style) {
        Finding finding = answer.finding();
        Cut cut = answer.cut();
        List<String> or = answer.alternatives();
        Facts where = Facts.NONE
                .and("Where", style.shown(Places.of(answer.source())))
                .and("Time", answer.call().at());
        return finding == null
                ? where.and("Call", call(answer.call())).and("Note", cut == null ? null : "the body " + cut.text())
                : where.and(FindingBlocks.content(finding, style.audience()))
                        .and("Or", or.isEmpty() ? null : String.join(", ", or));
    }

    private static String call(ExchangeFacts exchange) {
        String status = exchange.status() == null ? "no status" : "HTTP " + exchange.status();
        return exchange.endpoint().equals("unknown") ? status : exchange.endpoint() + ", " + status;
    }
}
