package io.scimdoctor.report.block;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in plain lines: side by side where its words fit into the width, else each row as a paragraph. */
final class TableLayout {
    private final Block.Table table;
    private final TextPage page;
    private final Style style;
    private final String indent;

    /** The space between two columns: one blank instead of two where that keeps a cell from being wrapped. */
    private String gap = "  ";

    TableLayout(Block.Table table, TextPage page, String indent) {
        this.table = table;
        this.page = page;
        this.indent = indent;
        style = page.style();
    }

    void write(String first) throws IOException {
        int[] widths = widths();
        if (widths.length > 0) {
            row(first, widths, table.columns(), true);
            for (List<String> row : table.rows()) {
                row(indent, widths, row, false);
            }
            return;
        }
        String before = first;
        for (List<String> row : table.rows()) {
            StringBuilder text = new StringBuilder(row.get(0));
            for (int i = 1; i < row.size(); i++) {
                text.append(row.get(i).isEmpty() ? "" : ", " + table.columns().get(i) + " " + row.get(i));
            }
            page.wrapped(before + style.bullet() + " ", indent + "  ", text.toString());
            before = indent;
        }
    }

    /** How wide each column is; none where not even the longest words fit side by side. */
    private int[] widths() {
        int[] widths = widest(false);
        int[] least = widest(true);
        int room = style.width() - indent.length();
        int gaps = widths.length - 1;
        int surplus = Arrays.stream(widths).sum() + 2 * gaps - room;
        if (surplus > 0 && surplus <= gaps) {
            gap = " ";
            return widths;
        }
        for (; surplus > 0; surplus--) {
            int wide = -1;
            for (int i = 0; i < widths.length; i++) {
                wide = widths[i] > least[i] && (wide < 0 || widths[i] > widths[wide]) ? i : wide;
            }
            if (wide < 0) {
                return new int[0];
            }
            widths[wide]--;
        }
        return widths;
    }

    /** The length of the longest line in each column, or of the longest word. */
    private int[] widest(boolean words) {
        int[] widths = new int[table.columns().size()];
        List<List<String>> all = new ArrayList<>(table.rows());
        all.add(table.columns());
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                for (String part : words ? TextPage.words(cell, Integer.MAX_VALUE) : List.of(cell.split("\n"))) {
                    widths[i] = Math.max(widths[i], part.length());
                }
            }
        }
        return widths;
    }

    private void row(String first, int[] widths, List<String> cells, boolean head) throws IOException {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            Status status = Looks.status(cells.get(i));
            List<String> lines =
                    status == null ? lines(cells.get(i), widths[i]) : List.of(style.status(status, status.name()));
            columns.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = line < columns.get(i).size() ? columns.get(i).get(line) : "";
                text.append(TextPage.pad(part, widths[i])).append(gap);
            }
            String whole = text.toString().stripTrailing();
            page.line((line == 0 ? first : indent) + (head ? style.bold(whole) : whole));
        }
    }

    private static List<String> lines(String text, int width) throws IOException {
        StringBuilder lines = new StringBuilder();
        new TextPage(lines, new Style(false, false, width, Audience.HANDED_ON, List.of())).wrapped("", text);
        return lines.toString().lines().toList();
    }
}
