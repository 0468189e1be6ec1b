package io.scimdoctor.ticket;

import io.scimdoctor.report.block.Block;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A ticket as plain text for a form field: no markup, short lines, and no longer than the field takes. */
public final class TicketText {
    /** The longest text that the description field of the Azure portal's form takes; what is known of it is no more exact. */
    public static final int PORTAL_LENGTH = 4_000;

    private static final int WIDTH = 78;
    private static final int CUT_NOTE = 300;
    private static final String WHOLE = "The whole ticket is in the other formats.";

    /** The first rows of a table are examples enough; the rest goes before any fact does. */
    private static final int ROWS_KEPT = 3;

    private final List<Piece> pieces = new ArrayList<>();

    private TicketText() {}

    /**
     * A part that makes sense alone.
     *
     * @param section whose heading stands above it when it is the first of its section that is shown
     * @param rank what is of a higher rank is left out first
     */
    private record Piece(String section, String text, int rank) {
        String heading() {
            return "\n" + section.toUpperCase(Locale.ROOT) + "\n";
        }
    }

    /** @param most how many characters the text may have, line ends included */
    public static String of(Ticket ticket, int most) {
        TicketText page = new TicketText();
        for (Block.Section section : TicketPage.sections(ticket)) {
            for (Block block : section.blocks()) {
                page.add(section.title(), block);
            }
        }
        String title = wrap("", "", ticket.subject().title());
        return title + page.fitting(most - title.length());
    }

    private void add(String section, Block block) {
        int rank = block instanceof Block.Code
                ? 2
                : block instanceof Block.Bullets || block instanceof Block.Steps ? 1 : 0;
        int row = 0;
        for (String text : pieces(block)) {
            boolean later = block instanceof Block.Table && row++ >= ROWS_KEPT;
            pieces.add(new Piece(section, text, later ? 2 : rank));
        }
    }

    /** What is long goes first, from the end, so that claims, ids and facts stay. */
    private String fitting(int room) {
        Set<String> cut = new LinkedHashSet<>();
        int space = room;
        for (int rank = 2; rank >= 0; rank--) {
            for (int i = pieces.size() - 1; i >= 0 && text().length() > space; i--) {
                if (pieces.get(i).rank() == rank) {
                    space = room - CUT_NOTE;
                    cut.add(pieces.remove(i).section());
                }
            }
        }
        if (cut.isEmpty()) {
            return text();
        }
        String note = "Cut to fit; shortened or left out: " + String.join(", ", cut) + ". " + WHOLE;
        return text() + "\n" + wrap("", "", note.length() > CUT_NOTE - 10 ? "Cut to fit. " + WHOLE : note);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (Piece piece : pieces) {
            text.append(piece.section().equals(section) ? "" : piece.heading()).append(piece.text());
            section = piece.section();
        }
        return text.toString();
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
            facts.facts().forEach(fact -> pieces.add(wrap(fact.name() + ": ", "    ", String.valueOf(fact.text()))));
        } else if (block instanceof Block.Table rows) {
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
            if (cell.isEmpty()) {
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
