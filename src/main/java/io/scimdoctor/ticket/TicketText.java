package io.scimdoctor.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A ticket as plain text for a form field: no markup, short lines, and no longer than the field takes. */
public final class TicketText {
    /** The longest text that the description field of the Azure portal's form takes; what is known of it is no more exact. */
    public static final int PORTAL_LENGTH = 4_000;

    private static final int WIDTH = 78;
    private static final int CUT_NOTE = 300;

    private final int most;
    private final StringBuilder text = new StringBuilder();
    private final List<String> cut = new ArrayList<>();

    private TicketText(int most) {
        this.most = most;
    }

    /** @param most how many characters the text may have, line ends included */
    public static String of(Ticket ticket, int most) {
        TicketText page = new TicketText(most);
        page.text.append(wrap("", "", ticket.subject().title()));
        for (Block.Section section : TicketPage.of(ticket)) {
            page.section(section);
        }
        page.end();
        return page.text.toString();
    }

    /** Whole pieces only, the most important first; a table or a list may end early. */
    private void section(Block.Section section) {
        String heading = "\n" + section.title().toUpperCase(Locale.ROOT) + "\n";
        boolean begun = false;
        boolean whole = true;
        for (Block block : section.blocks()) {
            List<String> pieces = pieces(block);
            for (int i = 0; i < pieces.size(); i++) {
                String piece = (begun ? "" : heading) + pieces.get(i);
                if (text.length() + piece.length() > most - CUT_NOTE) {
                    whole = false;
                    break;
                }
                text.append(piece);
                begun = true;
            }
        }
        if (!whole) {
            cut.add(section.title());
        }
    }

    private void end() {
        if (!cut.isEmpty()) {
            String note = "Cut to fit " + most + " characters; shortened or left out: " + String.join(", ", cut)
                    + ". The whole ticket is in the other formats.";
            String shown = note.length() > CUT_NOTE - 10
                    ? "Cut to fit " + most + " characters. The whole ticket is in the other formats."
                    : note;
            text.append('\n').append(wrap("", "", shown));
        }
    }

    /** The parts of a block that make sense alone. */
    private static List<String> pieces(Block block) {
        List<String> pieces = new ArrayList<>();
        if (block instanceof Block.Paragraph paragraph) {
            pieces.add(wrap("", "", paragraph.text()));
        } else if (block instanceof Block.Warning warning) {
            pieces.add(wrap("! ", "  ", warning.text()));
        } else if (block instanceof Block.Bullets bullets) {
            bullets.items().forEach(item -> pieces.add(wrap("- ", "  ", item)));
        } else if (block instanceof Block.Steps steps) {
            for (int i = 0; i < steps.items().size(); i++) {
                pieces.add(wrap(i + 1 + ". ", "   ", steps.items().get(i)));
            }
        } else if (block instanceof Block.Facts facts) {
            facts.facts().forEach(fact -> pieces.add(wrap(fact.name() + ": ", "    ", fact.shown())));
        } else if (block instanceof Block.Rows rows) {
            rows.rows().forEach(row -> pieces.add(row(rows.columns(), row)));
        } else if (block instanceof Block.Code code) {
            pieces.add(code.label() + "\n" + code.text().strip().indent(2));
        }
        return pieces;
    }

    /** The short cells share the first line; each id gets its own, because two do not fit. */
    private static String row(List<String> columns, List<String> row) {
        StringBuilder first = new StringBuilder("*");
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            if (cell.equals("-")) {
                continue;
            }
            String named = i < 2 ? cell : columns.get(i) + " " + cell;
            if (rest.isEmpty() && first.length() + 1 + named.length() <= WIDTH) {
                first.append(' ').append(named);
            } else {
                rest.append("    ").append(named).append('\n');
            }
        }
        return first.append('\n').append(rest).toString();
    }

    /** A paragraph within the width; a word that is longer stands alone. */
    private static String wrap(String first, String rest, String paragraph) {
        StringBuilder text = new StringBuilder(first);
        int used = first.length();
        boolean empty = true;
        for (String word : paragraph.split("\\s+")) {
            if (!empty && used + 1 + word.length() > WIDTH) {
                text.append('\n').append(rest);
                used = rest.length();
                empty = true;
            }
            text.append(empty ? "" : " ").append(word);
            used += (empty ? 0 : 1) + word.length();
            empty = false;
        }
        return text.append('\n').toString();
    }
}
