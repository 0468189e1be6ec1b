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
    private static final int WIDEST_NAME = 27;

    private final TextPage page;
    private final Style style;
    private boolean begun;

    public BlockText(TextPage page) {
        this.page = page;
        style = page.style();
    }

    public BlockText(Appendable out, Style style) {
        this(new TextPage(out, style));
    }

    /** Blocks as a text in memory. */
    public static String of(List<Block> blocks, Style style) {
        StringBuilder text = new StringBuilder();
        try {
            new BlockText(text, style).write("", blocks);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    public void write(BlockPage report) throws IOException {
        Status status = report.status();
        String word = status == null ? "" : style.status(status, TextPage.pad(word(status), 9));
        page.wrapped(
                word,
                style.bold(report.title() + (status == null ? "" : "."))
                        + (report.id() == null ? "" : " [" + report.id() + "]"));
        begun = true;
        write("", report.blocks());
    }

    private static String word(Status status) {
        return switch (status) {
            case PASS -> "HEALTHY";
            case WARN -> "WARNING";
            case FAIL -> "FAIL";
            case SKIP, UNKNOWN -> "UNKNOWN";
        };
    }

    public void write(String indent, List<Block> blocks) throws IOException {
        write(indent, indent, blocks);
    }

    /** The first line stands behind {@code first}, all others behind {@code rest}. */
    private void write(String first, String rest, List<Block> blocks) throws IOException {
        String before = first;
        boolean section = false;
        for (Block block : blocks) {
            if (block instanceof Block.Facts facts && facts.facts().isEmpty()) {
                continue;
            }
            if (begun && (section || block instanceof Block.Section)) {
                page.blank();
            }
            begun = true;
            section = block instanceof Block.Section;
            block(before, rest, block);
            before = rest;
        }
    }

    private void block(String first, String rest, Block block) throws IOException {
        if (block instanceof Block.Paragraph paragraph) {
            page.wrapped(first, rest, paragraph.text());
        } else if (block instanceof Block.Warning warning) {
            page.wrapped(first + style.status(Status.WARN, "! "), rest + INDENT, warning.text());
        } else if (block instanceof Block.Bullets bullets) {
            items(first, rest, style.bullet() + " ", bullets.items());
        } else if (block instanceof Block.Links links) {
            items(first, rest, "", links.addresses());
        } else if (block instanceof Block.Steps steps) {
            steps(first, rest, steps);
        } else if (block instanceof Block.Facts facts) {
            facts(first, rest, facts.facts());
        } else if (block instanceof Block.Table table) {
            new TableLayout(table, page, rest).write(first);
        } else if (block instanceof Block.Code code) {
            page.line(first + code.label() + ":");
            for (String line : code.text().strip().split("\n")) {
                page.line(rest + INDENT + line);
            }
        } else if (block instanceof Block.Bars bars) {
            page.line(first + "|" + Bar.line(bars, style.ascii()) + "|");
            page.wrapped(rest, Bar.words(bars));
        } else if (block instanceof Block.Section section) {
            section(rest, section);
        }
    }

    private void section(String indent, Block.Section section) throws IOException {
        Status status = section.status();
        String mark = status == null ? "" : style.status(status, style.symbol(status)) + " ";
        page.wrapped(
                indent + mark, style.bold(section.title()) + (section.id() == null ? "" : " [" + section.id() + "]"));
        write(indent + INDENT, section.blocks());
    }

    private void items(String first, String rest, String mark, List<String> items) throws IOException {
        String before = first;
        for (String item : items) {
            page.wrapped(before + mark, rest + " ".repeat(mark.length()), item);
            before = rest;
        }
    }

    private void steps(String first, String rest, Block.Steps steps) throws IOException {
        for (int i = 0; i < steps.items().size(); i++) {
            page.wrapped(
                    (i == 0 ? first : rest) + (i + 1) + ". ",
                    rest + "   ",
                    steps.items().get(i));
            for (FixCommand command : steps.commands(i + 1)) {
                // One line, so that it can be copied.
                page.line(rest + "   " + style.dim(command.text()));
            }
        }
    }

    private void facts(String first, String rest, List<Block.Fact> facts) throws IOException {
        int widest = 0;
        for (Block.Fact fact : facts) {
            widest = Math.min(WIDEST_NAME, Math.max(widest, fact.name().length()));
        }
        String before = first;
        for (Block.Fact fact : facts) {
            write(before + TextPage.pad(fact.name(), widest) + INDENT, rest + " ".repeat(widest + 2), fact.blocks());
            before = rest;
        }
    }
}
