package io.scimdoctor.report.block;

import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.CaseWords;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One finding on one screen: what failed, who fixes it, the facts of this case and the steps; -v shows all of it. */
public final class FindingScreen {
    /** One line of 24 is for the prompt. */
    private static final int ROOM = 23;

    private static final int LEAST_STEPS = 3;
    private static final int MOST_OF_SENTENCE = 3;
    private static final String INDENT = "      ";

    private final TextPage page;
    private final Style style;
    private final Finding finding;
    private final List<FixCommand> commands;

    public FindingScreen(TextPage page, Finding finding) {
        this.page = page;
        style = page.style();
        this.finding = finding;
        commands = Fixes.of(finding);
    }

    /** What else was found beside that one, a line each. */
    public static List<String> others(List<Finding> findings, @Nullable String leading, Style style) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            if (!finding.id().equals(leading)) {
                Told headline = CaseWords.headline(finding);
                String more = headline.seen().equals(finding.title()) ? facts(finding, style) : "";
                lines.add("Also  " + style.shown(headline) + "  [" + finding.id() + "]" + more);
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

    /**
     * Writes it.
     *
     * @param status how the whole of it ended
     * @param about a line below the verdict, such as what was called; may be empty
     * @param end the last lines
     */
    public void write(Status status, String about, List<String> end) throws IOException {
        StringBuilder tail = new StringBuilder();
        for (String line : end) {
            new TextPage(tail, style).wrapped("", INDENT, line);
        }
        int room = ROOM - lines(tail) - fewestSteps();
        String head = head(status, about, MOST_OF_SENTENCE);
        for (int most = MOST_OF_SENTENCE - 1; most > 0 && lines(head) > room; most--) {
            head = head(status, about, most);
        }
        page.line(head.stripTrailing());
        steps(ROOM - lines(tail) - lines(head));
        page.line(tail.toString().stripTrailing());
    }

    /** The lines of the first step, of what tells how many there are, and of the blanks around them. */
    private int fewestSteps() throws IOException {
        List<String> steps = finding.steps(style.audience());
        return steps.isEmpty() ? 0 : lines(step(0, steps.get(0))) + (steps.size() > 1 ? LEAST_STEPS : LEAST_STEPS - 1);
    }

    /** All above the steps, where no sentence and no fact takes more lines than that. */
    private String head(Status status, String about, int most) throws IOException {
        StringBuilder head = new StringBuilder();
        TextPage top = new TextPage(head, style);
        verdict(top, status);
        if (!about.isEmpty()) {
            top.wrapped(INDENT, about);
        }
        facts(top, most);
        return head.toString();
    }

    private static int lines(CharSequence text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private void verdict(TextPage part, Status status) throws IOException {
        String word = switch (status) {
            case FAIL -> "FAIL  ";
            case WARN -> "WARN  ";
            case PASS -> "OK    ";
            case SKIP, UNKNOWN -> "UNKNOWN  ";
        };
        String doubt = finding.confidence() == Confidence.CERTAIN
                ? ""
                : " (" + finding.confidence().slug() + ")";
        part.wrapped(
                style.status(status, word),
                style.bold(style.shown(CaseWords.headline(finding))) + doubt + "  [" + finding.id() + "]");
        part.wrapped("Who   ", style.shown(CaseWords.who(finding)));
    }

    private void facts(TextPage part, int most) throws IOException {
        part.blank();
        call(part);
        Told detail = finding.fact("detail");
        if (detail != null) {
            few(part, "  \"", Named.BEHIND.matcher(style.shown(detail)).replaceFirst(""), "\"", most);
        }
        List<Evidence> facts = CaseWords.compared(finding);
        int widest = 0;
        for (Evidence fact : facts) {
            widest = Math.max(widest, fact.name().length());
        }
        for (Evidence fact : facts) {
            few(part, "  " + TextPage.pad(fact.name(), widest + 2), style.shown(fact.value()), "", most);
        }
        StringBuilder line = new StringBuilder();
        for (String id : ids()) {
            if (line.length() > 0 && line.length() + id.length() + 4 > style.width()) {
                part.line("  " + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : "  ").append(id);
        }
        if (line.length() > 0) {
            part.line("  " + line);
        }
    }

    /** What was called, and the outcome beside it where there is room. */
    private void call(TextPage part) throws IOException {
        String asked = style.shown(CaseWords.asked(finding));
        String outcome = CaseWords.outcome(finding);
        if (asked.length() + outcome.length() + 4 <= style.width()) {
            outcome = (asked + "  " + outcome).strip();
        } else {
            part.wrapped("  ", INDENT, asked);
        }
        if (!outcome.isEmpty()) {
            part.line("  " + outcome);
        }
    }

    /** The beginning of a long text; the rest waits behind -v. */
    private static void few(TextPage part, String label, String text, String close, int most) throws IOException {
        int room = (part.style().width() - label.length()) * most - (most == 1 ? 4 : 8);
        part.wrapped(label, CaseWords.beginning(CaseWords.once(text), room, part.style()) + close);
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("request id", "trace id", "correlation id", "server date")) {
            Told fact = finding.fact(name);
            String label = name.endsWith(" id") ? name.replace("request id", "request-id") + " " : "";
            if (fact != null) {
                // The day of the week takes the room that a line has.
                ids.add(label + style.shown(fact).replaceFirst("^[A-Z][a-z]{2}, ", ""));
            }
        }
        Matcher named = Named.ID.matcher(style.shown(finding.fact("detail")));
        while (named.find() && finding.fact(named.group(1).toLowerCase(Locale.ROOT) + " id") == null) {
            ids.add(named.group());
        }
        return ids;
    }

    private void steps(int room) throws IOException {
        List<String> steps = finding.steps(style.audience());
        if (steps.isEmpty()) {
            return;
        }
        page.blank();
        int left = room - 2;
        for (int i = 0; i < steps.size(); i++) {
            String text = step(i, steps.get(i));
            int lines = lines(text);
            if (lines > left - (i + 1 < steps.size() ? 1 : 0) && i > 0) {
                page.line(INDENT + Amounts.count(steps.size() - i, "more step") + ": -v");
                break;
            }
            left -= lines;
            page.line(text.stripTrailing());
            command(i + 1);
        }
        page.blank();
    }

    private String step(int index, String words) throws IOException {
        StringBuilder text = new StringBuilder();
        new TextPage(text, style).wrapped((index == 0 ? "Fix   " : INDENT) + (index + 1) + "  ", words);
        return text.toString();
    }

    /** The first command for a step; the others wait behind -v. A command is one line, so that it can be copied. */
    private void command(int step) throws IOException {
        for (FixCommand command : commands) {
            if (command.step() == step) {
                page.line(INDENT + "   " + style.dim(command.text()));
                return;
            }
        }
    }

    /** Ids that the token endpoint writes into its sentence, which may be cut; compiled on first use only. */
    private static final class Named {
        static final Pattern ID = Pattern.compile("(Trace|Correlation) ID: [0-9a-f-]{36}");

        /** They and the time stand at the end of the sentence. */
        static final Pattern BEHIND = Pattern.compile(" Trace ID: [0-9a-f-]{36} .*+", Pattern.DOTALL);
    }
}
