package io.scimdoctor.ticket;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A ticket as plain text for a form field: no markup, short lines, and no longer than the field takes. */
public final class TicketText {
    /** The longest text that the description field of the Azure portal's form takes; what is known of it is no more exact. */
    public static final int PORTAL_LENGTH = 4_000;

    private static final Style PLAIN = new Style(false, true, 78, Audience.HANDED_ON, List.of());
    private static final int CUT_NOTE = 300;
    private static final String WHOLE = "The whole ticket is in the other formats.";

    /** The first rows of a table are examples enough; the rest goes before any fact does. */
    private static final int ROWS_KEPT = 3;

    private static final int LONGEST_FACT = 600;
    private static final int LONGEST_COMMAND = 1_000;

    /** The rank of what goes first. */
    private static final int LONG = 3;

    /** Support asks for these first, so they are the last to be left out. */
    private static final List<String> ASKED = List.of(
            "request-id", "client-request-id", "tenant id", "application (client) id", "roles", TicketPage.ROLE);

    /** What the claims tell that the other facts do not. */
    private static final List<String> CLAIMS = List.of("The token", "Not known", "aud: ", "iat: ", "exp: ");

    private final List<Piece> pieces = new ArrayList<>();

    private TicketText() {}

    /**
     * A part that makes sense alone.
     *
     * @param section whose heading stands above it when it is the first of its section that is shown
     * @param rank what is of a higher rank is left out first
     */
    private record Piece(String section, String text, int rank) {}

    /** @param most how many characters the text may have, line ends included */
    public static String of(Ticket ticket, int most) {
        TicketText page = new TicketText();
        for (Block.Section section : TicketPage.sections(ticket)) {
            for (Block block : section.blocks()) {
                page.add(section.title(), block, rank(section, block));
            }
        }
        String title = written(new Block.Paragraph(ticket.subject().title()));
        return title + page.fitting(most - title.length());
    }

    /** One short command that makes the call again stays, and what is to be fetched goes after the judgements. */
    private static int rank(Block.Section section, Block block) {
        boolean code = block instanceof Block.Code;
        if (section.title().equals(TicketPage.REPRODUCE)) {
            Block command = section.blocks().get(1);
            boolean kept = written(command).length() <= LONGEST_COMMAND && (block == command || !code);
            return !kept ? LONG : code ? 0 : 1;
        }
        boolean facts = block instanceof Block.Facts || section.title().equals("Problem");
        return code ? LONG : facts && !(block instanceof Block.Steps) ? 1 : 2;
    }

    private void add(String section, Block block, int rank) {
        int row = 0;
        for (String text : pieces(block)) {
            boolean later = block instanceof Block.Table && row++ >= ROWS_KEPT;
            boolean asked = block instanceof Block.Facts && ASKED.contains(text.split(": ", 2)[0]);
            boolean known = section.equals(TicketPage.CLAIMS) && CLAIMS.stream().noneMatch(text::startsWith);
            pieces.add(new Piece(section, text, later ? LONG : asked ? 0 : known ? 2 : rank));
        }
    }

    /** Leaves out pieces, the long ones and the last ones first, until the text fits; a note says what was left out. */
    private String fitting(int room) {
        Map<String, Integer> cut = new LinkedHashMap<>();
        int space = room;
        for (int rank = LONG; rank >= 0; rank--) {
            if (rank == LONG - 1 && text().length() > space) {
                // What the user still has to supply stays by its name.
                pieces.replaceAll(piece -> piece.section().equals(TicketPage.MISSING)
                        ? new Piece(
                                piece.section(), piece.text().split(": ", 2)[0].stripTrailing() + "\n", 0)
                        : piece);
            }
            for (int i = pieces.size() - 1; i >= 0 && text().length() > space; i--) {
                if (pieces.get(i).rank() == rank) {
                    space = room - CUT_NOTE;
                    cut.merge(pieces.remove(i).section(), 1, Integer::sum);
                }
            }
        }
        if (cut.isEmpty()) {
            return text();
        }
        List<String> parts = new ArrayList<>();
        cut.forEach((section, count) -> parts.add(section + " (" + Amounts.count(count, "part") + ")"));
        String note = "Cut to fit; left out: " + String.join(", ", parts) + ". " + WHOLE;
        return text() + "\n"
                + written(new Block.Paragraph(note.length() > CUT_NOTE - 10 ? "Cut to fit. " + WHOLE : note));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (Piece piece : pieces) {
            String heading = "\n" + piece.section().toUpperCase(Locale.ROOT) + "\n";
            text.append(piece.section().equals(section) ? "" : heading).append(piece.text());
            section = piece.section();
        }
        return text.toString();
    }

    /** The parts of a block that make sense alone. */
    private static List<String> pieces(Block block) {
        List<Block> parts = new ArrayList<>();
        if (block instanceof Block.Bullets bullets) {
            bullets.items().forEach(item -> parts.add(new Block.Bullets(List.of(item))));
        } else if (block instanceof Block.Steps steps) {
            for (int i = 0; i < steps.items().size(); i++) {
                parts.add(new Block.Paragraph(i + 1 + ". " + steps.items().get(i)));
            }
        } else if (block instanceof Block.Facts facts) {
            facts.facts()
                    .forEach(fact ->
                            parts.add(new Block.Paragraph(fact.name() + ": " + counted(String.valueOf(fact.text())))));
        } else if (block instanceof Block.Table table) {
            table.rows().forEach(row -> parts.add(new Block.Bullets(List.of(row(table.columns(), row)))));
        } else {
            parts.add(block);
        }
        return parts.stream().map(TicketText::written).toList();
    }

    /** Of a long list the beginning, and how many more there are. */
    private static String counted(String list) {
        int end = list.length() <= LONGEST_FACT ? -1 : list.lastIndexOf(", ", LONGEST_FACT);
        return end < 0
                ? list
                : list.substring(0, end) + " and " + (list.substring(end).split(", ").length - 1)
                        + " more; the other formats have them";
    }

    private static String written(Block block) {
        return BlockText.of(BlockPage.of("", false, List.of(block)), PLAIN);
    }

    private static String row(List<String> columns, List<String> row) {
        StringBuilder text = new StringBuilder(row.get(0));
        for (int i = 1; i < row.size(); i++) {
            text.append(row.get(i).isEmpty() ? "" : ", " + (i == 1 ? "" : columns.get(i) + " ") + row.get(i));
        }
        return text.toString();
    }
}
