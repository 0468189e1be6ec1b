package io.scimdoctor.report.block;

import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Status;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes blocks as GitHub Flavored Markdown, in which no text is markup, mention or reference. */
public final class BlockMarkdown {
    private static final String SPECIAL = "\\`*_<>|[]$#@~&";
    private static final int SHORTEST_FENCE = 3;

    private final StringBuilder out = new StringBuilder();
    private int level;

    private BlockMarkdown(int level) {
        this.level = level;
    }

    /** @param level of the page's own heading: 1 for a document, 2 for a part of somebody else's page */
    public static String of(BlockPage report, int level) {
        BlockMarkdown page = new BlockMarkdown(level);
        Status status = report.status();
        page.heading((status == null ? "" : status + ": ") + text(report.title()));
        page.blocks(report.blocks());
        return page.out.toString();
    }

    private void heading(String markdown) {
        line("#".repeat(level) + " " + markdown);
    }

    private void line(String markdown) {
        out.append(markdown).append('\n');
    }

    private void blocks(List<Block> blocks) {
        for (Block block : blocks) {
            if (!(block instanceof Block.Folded)) {
                line("");
                block(block);
            }
        }
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            line(text(paragraph.text()));
        } else if (block instanceof Block.Warning warning) {
            line("> **" + text(warning.text()) + "**");
        } else if (block instanceof Block.Bullets bullets) {
            bullets.items().forEach(item -> line("- " + (bullets.links() ? "<" + item + ">" : shown(item))));
        } else if (block instanceof Block.Steps steps) {
            steps(steps);
        } else if (block instanceof Block.Facts facts) {
            facts(facts.facts());
        } else if (block instanceof Block.Table table) {
            row(table.columns().stream().map(BlockMarkdown::text));
            line("| --- ".repeat(table.columns().size()) + "|");
            table.rows().forEach(row -> row(row.stream().map(cell -> cell.contains("|") ? text(cell) : shown(cell))));
        } else if (block instanceof Block.Code code) {
            code(code);
        } else if (block instanceof Block.Bars bars) {
            line(text(Bar.words(bars)));
        } else if (block instanceof Block.Section section) {
            level++;
            heading((section.status() == null ? "" : section.word() + ": ")
                    + text(section.title())
                    + (section.id() == null ? "" : " (" + code(section.id()) + ")"));
            blocks(section.blocks());
            level--;
        } else if (block instanceof Block.Inner inner) {
            BlockPage page = inner.page();
            block(new Block.Section(page.title(), page.id(), page.status(), page.blocks()));
        }
    }

    private void row(Stream<String> cells) {
        line(cells.collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void steps(Block.Steps steps) {
        for (int i = 0; i < steps.items().size(); i++) {
            line(i + 1 + ". " + text(steps.items().get(i)));
            for (FixCommand command : steps.commands(i + 1)) {
                line("   - " + command.tool() + ": " + code(command.text()));
            }
        }
    }

    /** Facts that are a text make a list; those that are blocks follow below it. */
    private void facts(List<Block.Fact> facts) {
        for (Block.Fact fact : facts) {
            String value = fact.text();
            if (value != null) {
                line("- **" + text(fact.name()) + ":** " + shown(value));
            }
        }
        for (Block.Fact fact : facts) {
            if (fact.text() == null) {
                line("\n**" + text(fact.name()) + ":**");
                blocks(fact.blocks());
            }
        }
    }

    private void code(Block.Code code) {
        String fence = fence(code.text(), SHORTEST_FENCE);
        line((code.label().isEmpty() ? "" : text(code.label()) + ":\n\n") + fence + code.language() + "\n"
                + code.text().strip() + "\n" + fence);
    }

    /** The addresses as code, so that they become no links, and what is said about them as text. */
    private static String addresses(String text) {
        StringBuilder shown = new StringBuilder();
        for (String word : text.split(" ")) {
            String address = word.contains("://") ? word.replaceFirst("[.,;:]$", "") : "";
            // A sign makes a list only where a line begins.
            String before = shown.isEmpty() ? "" : " ";
            String rest = word.substring(address.length());
            shown.append(address.isEmpty() ? text(before + word) : before + code(address) + text(rest));
        }
        return shown.toString();
    }

    private static String shown(String text) {
        return text.contains("://") ? addresses(text) : Looks.isName(text) ? code(text) : text(text);
    }

    /** A text in which nothing is markup, mention, link or reference. */
    public static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = SPECIAL.indexOf(c) >= 0
                    || (i == 0 && "+=-".indexOf(c) >= 0)
                    || (c == ':' && text.startsWith("//", i + 1));
            escaped.append(special ? "\\" : "").append(c == '\n' ? ' ' : c);
        }
        return escaped.toString();
    }

    /** A code span, which can be copied as it is; in a table it must not hold a pipe. */
    public static String code(String text) {
        String line = text.strip().replaceAll("[\r\n]+", " ");
        String fence = fence(line, 1);
        String apart = fence.length() > 1 ? " " : "";
        return line.isEmpty() ? "" : fence + apart + line + apart + fence;
    }

    /** More backticks than the text has side by side. */
    private static String fence(String text, int shortest) {
        String fence = "`".repeat(shortest);
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }
}
