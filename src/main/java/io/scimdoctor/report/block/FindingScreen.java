package io.scimdoctor.report.block;

import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.Block.Paragraph;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * One finding on one screen: what failed, who fixes it, the facts of this case and the steps; -v shows all of it.
 *
 * @param status how the whole of it ended
 * @param about a line below the verdict, such as what was called; may be empty
 * @param end the last lines
 */
public record FindingScreen(Finding finding, Status status, String about, List<Block> end, Style style) {
    /** One line of 24 is for the prompt. */
    private static final int ROOM = 23;

    /** Ids that the token endpoint writes into its sentence, which may be cut. */
    private static final LatePattern ID = LatePattern.of("(Trace|Correlation) ID: [0-9a-f-]{36}");

    /** They and the time stand at the end of the sentence. */
    private static final LatePattern BEHIND = LatePattern.of("(?s) Trace ID: [0-9a-f-]{36} .*+");

    private static final int MOST_OF_SENTENCE = 3;
    private static final int MARGIN = 4;
    private static final Block BLANK = new Paragraph("");

    /** A text behind a word in the margin. */
    public static Block line(String word, Object text) {
        return Facts.NONE.and(TextPage.pad(word, MARGIN), text);
    }

    /**
     * The next commands that help: a ticket only where Microsoft has to act, or nobody knows who.
     *
     * @param again what shows whether the fix helped
     * @param ticket the command that makes a ticket of it
     */
    public static List<Block> next(Finding finding, boolean simulated, String again, String ticket) {
        boolean theirs =
                finding.owner() == Owner.MICROSOFT_SUPPORT || finding.id().equals("unclassified");
        String next = theirs ? ticket + " if it persists" : again + " after the fix";
        return List.of(
                line("Why", "scimdoctor explain " + finding.id()),
                line("Next", "scimdoctor " + (simulated ? "check, which asks your own tenant" : next)));
    }

    /** What else was found beside that one, a line each. */
    public static List<Block> others(List<Finding> findings, @Nullable String leading, Style style) {
        List<Block> lines = new ArrayList<>();
        for (Finding finding : findings) {
            if (!finding.id().equals(leading)) {
                Told headline = CaseWords.headline(finding);
                String more = headline.seen().equals(finding.title()) ? facts(finding, style) : "";
                lines.add(line("Also", style.shown(headline) + "  [" + finding.id() + "]" + more));
            }
        }
        return lines;
    }

    /** Why it was found: the reason, or else what was compared. */
    private static String facts(Finding finding, Style style) {
        Told reason = CaseWords.reason(finding);
        StringBuilder facts = new StringBuilder(reason.isEmpty() ? "" : ": " + style.shown(reason));
        for (Evidence item : reason.isEmpty() ? CaseWords.compared(finding) : List.<Evidence>of()) {
            facts.append(facts.isEmpty() ? ": " : "; ").append(item.name() + " " + style.shown(item.value()));
        }
        return facts.toString();
    }

    /** As much of sentences and facts as there is room for with one step, and then as many steps. */
    public BlockPage page() {
        List<String> steps = finding.steps(style.audience());
        int most = MOST_OF_SENTENCE + 1;
        int shown;
        int lines;
        do {
            most--;
            shown = steps.size();
            lines = lines(page(most, steps, shown, List.of()));
            while (lines > ROOM && shown > 1) {
                shown--;
                // To lay out the whole page for each step that goes would take longer than all the rest.
                Block step = line("Fix", new Block.Steps(steps.subList(shown, shown + 1)));
                int more = shown + 1 == steps.size() ? 1 : 0;
                lines += more - lines(BlockPage.of("", false, List.of(step)));
            }
        } while (lines > ROOM && most > 1);
        return page(most, steps, shown, Fixes.handiest(finding, style.audience()));
    }

    private int lines(BlockPage page) {
        return BlockText.of(page, style).split("\n", -1).length - 1;
    }

    /**
     * The page on which no sentence and no fact takes more lines than {@code most}.
     *
     * @param shown how many of the steps are told
     */
    private BlockPage page(int most, List<String> steps, int shown, List<FixCommand> commands) {
        List<Block> blocks = new ArrayList<>(List.of(line("Who", style.shown(CaseWords.who(finding)))));
        if (!about.isEmpty()) {
            blocks.add(line("", about));
        }
        List<Block> facts = facts(most);
        if (!facts.isEmpty()) {
            blocks.add(BLANK);
            blocks.add(Facts.NONE.and("", facts));
        }
        blocks.add(BLANK);
        if (!steps.isEmpty()) {
            List<Block> fix = new ArrayList<>(List.of(new Block.Steps(steps.subList(0, shown), commands)));
            if (shown < steps.size()) {
                fix.add(new Paragraph(Amounts.count(steps.size() - shown, "more step") + ": -v"));
            }
            blocks.add(Facts.NONE.and(TextPage.pad("Fix", MARGIN), fix));
            blocks.add(BLANK);
        }
        blocks.addAll(end);
        boolean certain = finding.confidence() == Confidence.CERTAIN;
        String doubt = certain ? "" : " (" + finding.confidence().slug() + ")";
        return new BlockPage(style.shown(CaseWords.headline(finding)) + doubt, finding.id(), status, false, blocks);
    }

    private List<Block> facts(int most) {
        List<Block> facts = new ArrayList<>();
        call(facts);
        Told detail = finding.fact("detail");
        if (detail != null) {
            String sentence = style.shown(detail);
            sentence =
                    sentence.contains(" Trace ID: ") ? BEHIND.matcher(sentence).replaceFirst("") : sentence;
            facts.add(new Paragraph("\"" + few(sentence, 1, most) + "\""));
        }
        List<Evidence> compared = CaseWords.compared(finding);
        int widest = 0;
        for (Evidence fact : compared) {
            widest = Math.max(widest, fact.name().length());
        }
        Facts table = Facts.NONE;
        for (Evidence fact : compared) {
            table = table.and(fact.name(), few(style.shown(fact.value()), widest + 2, most));
        }
        if (!compared.isEmpty()) {
            facts.add(table);
        }
        String line = "";
        for (String id : ids()) {
            boolean beside = line.length() + id.length() + 4 <= style.width();
            if (!line.isEmpty() && !beside) {
                facts.add(new Paragraph(line));
            }
            line = line.isEmpty() || !beside ? id : line + "  " + id;
        }
        if (!line.isEmpty()) {
            facts.add(new Paragraph(line));
        }
        return facts;
    }

    /** What was called, and the outcome beside it where there is room. */
    private void call(List<Block> facts) {
        String asked = style.shown(CaseWords.asked(finding));
        String outcome = CaseWords.outcome(finding);
        if (asked.length() + outcome.length() + 4 <= style.width()) {
            outcome = (asked + "  " + outcome).strip();
        } else {
            String[] call = asked.split(" ", 2);
            facts.add(call.length < 2 ? new Paragraph(asked) : Facts.NONE.and(call[0], call[1]));
        }
        if (!outcome.isEmpty()) {
            facts.add(new Paragraph(outcome));
        }
    }

    /** The beginning of a long text behind a label; the rest waits behind -v. */
    private String few(String text, int label, int most) {
        int room = (style.width() - label - 2) * most - (most == 1 ? 4 : 8);
        return CaseWords.beginning(CaseWords.once(text), room, style);
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("request id", "trace id", "correlation id", "server date")) {
            Told fact = finding.fact(name);
            String label = name.endsWith(" id") ? name.replace("request id", "request-id") + " " : "";
            if (fact != null) {
                // The day of the week takes the room that a line has.
                String shown = style.shown(fact);
                ids.add(label + shown.substring(shown.indexOf(", ") == 3 ? 5 : 0));
            }
        }
        String detail = style.shown(finding.fact("detail"));
        Matcher named = detail.contains(" ID: ") ? ID.matcher(detail) : null;
        while (named != null && named.find() && finding.fact(named.group(1).toLowerCase(Locale.ROOT) + " id") == null) {
            ids.add(named.group());
        }
        return ids;
    }
}
