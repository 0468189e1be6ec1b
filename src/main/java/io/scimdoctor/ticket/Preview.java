package io.scimdoctor.ticket;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows what a ticket would share, mask and withhold, and what it lacks, before any of it is written. */
public final class Preview {
    private static final int PLACE = 48;
    private static final int TREATMENT = 10;
    private static final int COUNT = 6;

    private Preview() {}

    /** For a person, as wide as the other reports. */
    public static void writeText(Ticket ticket, TextPage page) throws IOException {
        page.wrapped("", ticket.subject().title());
        if (ticket.subject().simulated()) {
            page.wrapped("! ", TicketPage.SIMULATED);
        }
        int place = Math.min(PLACE, page.style().width() - TREATMENT - COUNT);
        page.blank().line(cell("Place", place) + cell("Treatment", TREATMENT) + "Count");
        for (Ticket.Disclosure each : ticket.disclosures()) {
            String count = each.count() == null ? "all" : String.valueOf(each.count());
            String cells = cell(each.treatment().name().toLowerCase(Locale.ROOT), TREATMENT) + count;
            if (each.place().length() >= place) {
                // Two lines tell more than a row that is out of line.
                page.line(each.place()).line(cell("", place) + cells);
            } else {
                page.line(cell(each.place(), place) + cells);
            }
        }
        if (ticket.missing().isEmpty()) {
            page.blank().wrapped("", "Nothing is missing that is usually asked.");
            return;
        }
        page.blank().wrapped("", "What Microsoft Support will ask for and is missing:");
        for (Ticket.Gap gap : ticket.missing()) {
            page.wrapped("- ", gap.field() + ": " + gap.why() + ".");
            page.wrapped("  ", "    ", gap.how());
        }
    }

    private static String cell(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** For a program, as a document of kind {@code TicketPreview}. */
    public static void writeJson(Ticket ticket, Writer target, String toolVersion) throws IOException {
        JsonWriter json = Documents.open(target, "TicketPreview", toolVersion);
        json.field("title", ticket.subject().title())
                .field("simulated", ticket.subject().simulated());
        json.put("disclosures", ticket.disclosures()).put("missing", ticket.missing());
        Documents.close(json, target);
    }

    /** The names of what is missing, for one line. */
    public static List<String> missing(Ticket ticket) {
        List<String> fields = new ArrayList<>();
        ticket.missing().forEach(gap -> fields.add(gap.field()));
        return fields;
    }
}
