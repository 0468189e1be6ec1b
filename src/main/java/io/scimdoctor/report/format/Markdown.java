package io.scimdoctor.report.format;

import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Verdict;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes GitHub Flavored Markdown; every text is escaped, and what comes from outside stands in code spans. */
public final class Markdown {
    private static final String SPECIAL = "\\`*_<>|[]$#@~";

    private final Appendable out;

    public Markdown(Appendable out) {
        this.out = out;
    }

    /** A line as it is. */
    public Markdown line(String markdown) throws IOException {
        out.append(markdown).append('\n');
        return this;
    }

    public Markdown blank() throws IOException {
        return line("");
    }

    /** The verdict as heading, its id and who must act below. */
    public Markdown verdict(Verdict verdict, @Nullable String about) throws IOException {
        String word = verdict.status().name();
        line("## " + word + ": " + text(verdict.title())).blank();
        Owner owner = verdict.owner();
        StringBuilder facts = new StringBuilder();
        facts.append(verdict.id() == null ? "" : code(verdict.id()) + " · ");
        facts.append(owner == null ? "" : "Who fixes it: " + text(owner.person()) + " · ");
        facts.append(about == null ? "" : about + " · ");
        facts.append("exit code ").append(verdict.exitCode().number());
        return line(facts.toString()).blank();
    }

    /** The head of a table. */
    public Markdown columns(String... names) throws IOException {
        return line("| " + String.join(" | ", names) + " |").line("| --- ".repeat(names.length) + "|");
    }

    /** A row of a table; its cells are Markdown already. */
    public Markdown row(String... cells) throws IOException {
        return line("| " + String.join(" | ", cells) + " |");
    }

    /** A finding, opened. */
    public Markdown finding(Finding finding) throws IOException {
        line("### " + text(finding.title()) + " (" + code(finding.id()) + ")").blank();
        line("**Cause:** " + text(finding.cause())).blank();
        line("**Who fixes it:** " + text(finding.owner().person()) + ". Confidence: "
                        + finding.confidence().slug() + ".")
                .blank();
        int number = 1;
        for (String step : finding.steps(Audience.HANDED_ON)) {
            line(number++ + ". " + text(step));
        }
        blank();
        for (FixCommand command : Fixes.of(finding)) {
            line("- step " + command.step() + ", " + command.tool() + ": " + code(command.text()));
        }
        blank();
        evidence(finding.evidence());
        for (String link : finding.links()) {
            line("- <" + link + ">");
        }
        return blank();
    }

    private void evidence(List<Evidence> evidence) throws IOException {
        if (evidence.isEmpty()) {
            return;
        }
        columns("Proof", "Value");
        for (Evidence item : evidence) {
            row(text(item.name()), code(item.value().handedOn()));
        }
        blank();
    }

    /** A text in which nothing is markup, mention or reference. */
    public static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c == '\n' ? ' ' : c);
        }
        return escaped.toString();
    }

    /** A code span that may stand in a table. */
    public static String code(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        return "`" + text.strip().replace('`', '\'').replace("|", "\\|").replaceAll("\\s+", " ") + "`";
    }
}
