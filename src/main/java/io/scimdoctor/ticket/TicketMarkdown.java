package io.scimdoctor.ticket;

import java.util.List;
import java.util.regex.Pattern;

/** A ticket as Markdown (CommonMark with tables). */
public final class TicketMarkdown {
    private static final int SHORTEST_FENCE = 3;

    private final StringBuilder text = new StringBuilder();

    private TicketMarkdown() {}

    public static String of(Ticket ticket) {
        TicketMarkdown page = new TicketMarkdown();
        page.text.append("# ").append(escaped(ticket.subject().title())).append('\n');
        for (Block.Section section : TicketPage.of(ticket)) {
            page.text.append("\n## ").append(escaped(section.title())).append('\n');
            for (Block block : section.blocks()) {
                page.text.append('\n');
                page.block(block);
            }
        }
        return page.text.toString();
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            text.append(escaped(paragraph.text())).append('\n');
        } else if (block instanceof Block.Warning warning) {
            text.append("> **").append(escaped(warning.text())).append("**\n");
        } else if (block instanceof Block.Bullets bullets) {
            bullets.items()
                    .forEach(item -> text.append("- ").append(escaped(item)).append('\n'));
        } else if (block instanceof Block.Steps steps) {
            for (int i = 0; i < steps.items().size(); i++) {
                text.append(i + 1)
                        .append(". ")
                        .append(escaped(steps.items().get(i)))
                        .append('\n');
            }
        } else if (block instanceof Block.Facts facts) {
            for (Ticket.Fact fact : facts.facts()) {
                text.append("- **").append(escaped(fact.name())).append(":** ");
                text.append(value(String.valueOf(fact.value()))).append('\n');
            }
        } else if (block instanceof Block.Rows rows) {
            row(rows.columns());
            text.append("|").append(" --- |".repeat(rows.columns().size())).append('\n');
            rows.rows().forEach(this::row);
        } else if (block instanceof Block.Code code) {
            code(code);
        }
    }

    private void row(List<String> cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell.equals("-") ? "" : escaped(cell)).append(" |");
        }
        text.append('\n');
    }

    private void code(Block.Code code) {
        int fence = SHORTEST_FENCE;
        while (code.text().contains("`".repeat(fence))) {
            fence++;
        }
        text.append(escaped(code.label()))
                .append(":\n\n")
                .append("`".repeat(fence))
                .append(code.language());
        text.append('\n')
                .append(code.text().strip())
                .append('\n')
                .append("`".repeat(fence))
                .append('\n');
    }

    /** A single word, such as an id or a URL, is kept as it is. */
    private static String value(String value) {
        boolean code = value.contains("://") || Special.WORD.matcher(value).matches();
        return code && value.indexOf('`') < 0 && value.indexOf('\n') < 0 ? "`" + value + "`" : escaped(value);
    }

    /** Nothing in a value may turn into markup or a link. */
    static String escaped(String text) {
        return Special.MARKUP.matcher(text).replaceAll("\\\\$0").replaceAll("[\\r\\n]\\s*+", " ");
    }

    /** Compiled on first use only. */
    private static final class Special {
        static final Pattern MARKUP = Pattern.compile("[\\\\`*_<>|&~]|(?<=\\])\\(|!(?=\\[)|(?<=\\w)://|^[#+=-]");
        static final Pattern WORD = Pattern.compile("[^\\s`|]*[0-9:/.-][^\\s`|]*");
    }
}
