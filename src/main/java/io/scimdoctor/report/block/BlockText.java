package io.scimdoctor.report.block;

import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes blocks as plain lines. */
public final class BlockText {
    private static final String INDENT = "  ";

    /** A few long names run over, instead of pushing all values to the right. */
    private static final int WIDEST_NAME = 28;

    private final TextPage page;
    private final Style style;
    private boolean begun;

    public BlockText(Appendable out, Style style) {
        page = new TextPage(out, style);
        this.style = style;
    }

    /** A report as a text in memory. */
    public static String of(BlockPage report, Style style) {
        StringBuilder text = new StringBuilder();
        try {
            new BlockText(text, style).write(report);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    public void write(BlockPage report) throws IOException {
        Status status = report.status();
        if (!report.title().isEmpty()) {
            String word = status == Status.PASS ? "HEALTHY" : String.valueOf(status);
            page.wrapped(
                    status == null ? "" : style.status(status, word) + "  ",
                    style.bold(report.title()) + (report.id() == null ? "" : "  [" + report.id() + "]"));
            begun = true;
        }
        write(report.blocks());
    }

    /** Appends blocks to what was written before. */
    public void write(List<Block> blocks) throws IOException {
        write("", "", blocks);
    }

    /** The first line stands behind {@code first}, all others behind {@code rest}. */
    private void write(String first, String rest, List<Block> blocks) throws IOException {
        String before = first;
        boolean section = false;
        for (Block block : blocks) {
            if (block instanceof Block.Facts facts && facts.facts().isEmpty()) {
                continue;
            }
            boolean apart = block instanceof Block.Section || block instanceof Block.Inner;
            if (begun && (section || apart)) {
                page.line("");
            }
            begun = true;
            section = apart;
            block(before, rest, block);
            before = rest;
        }
    }

    private void block(String first, String rest, Block block) throws IOException {
        // What follows the program's name begins with a letter in a command, and with a digit in a version.
        if (block instanceof Block.Paragraph command
                && command.text().compareTo("scimdoctor a") >= 0
                && command.text().startsWith("scimdoctor ")) {
            // One line, so that it can be copied.
            page.line(first + command.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            page.wrapped(first, rest, paragraph.text());
        } else if (block instanceof Block.Warning warning) {
            page.wrapped(first + style.status(Status.WARN, "! "), rest + INDENT, warning.text());
        } else if (block instanceof Block.Bullets bullets) {
            items(first, rest, bullets.items());
        } else if (block instanceof Block.Steps steps) {
            steps(first, rest, steps);
        } else if (block instanceof Block.Facts facts) {
            facts(first, rest, facts.facts());
        } else if (block instanceof Block.Table table) {
            new TableLayout(table, page, rest).write(first);
        } else if (block instanceof Block.Code code) {
            boolean named = !code.label().isEmpty();
            if (named) {
                page.line(first + code.label() + ":");
            }
            for (String line : code.text().strip().split("\n")) {
                page.line(rest + (named ? INDENT : "") + line);
            }
        } else if (block instanceof Block.Bars bars) {
            page.line(first + "|" + Bar.line(bars, style.ascii()) + "|");
            page.wrapped(rest, Bar.words(bars));
        } else if (block instanceof Block.Section section) {
            section(rest, section);
        } else if (block instanceof Block.Inner inner) {
            write(inner.page());
        }
    }

    private void section(String indent, Block.Section section) throws IOException {
        Status status = section.status();
        String mark = status == null ? "" : style.status(status, style.symbol(status)) + " ";
        page.wrapped(
                indent + mark, style.bold(section.title()) + (section.id() == null ? "" : " [" + section.id() + "]"));
        write(indent + INDENT, indent + INDENT, section.blocks());
    }

    private void items(String first, String rest, List<String> items) throws IOException {
        String before = first;
        for (String item : items) {
            String mark = item.startsWith("https://") ? "" : style.bullet() + " ";
            page.wrapped(before + mark, rest + " ".repeat(mark.length()), item);
            before = rest;
        }
    }

    private void steps(String first, String rest, Block.Steps steps) throws IOException {
        for (int i = 0; i < steps.items().size(); i++) {
            String item = steps.items().get(i);
            page.wrapped((i == 0 ? first : rest) + (i + 1) + "  ", rest + "   ", item);
            for (FixCommand command : steps.commands(i + 1)) {
                if (command.tool().equals("portal") && !command.text().startsWith("https://")) {
                    page.wrapped(rest + "   ", style.dim(command.text()));
                } else {
                    // One line, so that it can be copied.
                    page.line(rest + "   " + style.dim(style.again(command.text())));
                }
            }
        }
    }

    private void facts(String first, String rest, List<Block.Fact> facts) throws IOException {
        // The further to the right, the more room the values need.
        int most = Math.max(0, WIDEST_NAME - rest.length() / 2);
        int widest = 0;
        for (Block.Fact fact : facts) {
            widest = Math.min(most, Math.max(widest, fact.name().length()));
        }
        String before = first;
        for (Block.Fact fact : facts) {
            write(before + TextPage.pad(fact.name(), widest) + INDENT, rest + " ".repeat(widest + 2), fact.blocks());
            before = rest;
        }
    }
}
