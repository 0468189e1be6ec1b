package io.scimdoctor.ticket;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.Documents;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Shows what a ticket would share, mask and withhold, and what it lacks, before any of it is written. */
public final class Preview {
    private static final int PLACE = 48;
    private static final int TREATMENT = 10;

    private Preview() {}

    /** For a person, within 80 columns. */
    public static void writeText(Ticket ticket, Writer target) throws IOException {
        target.write(TicketText.wrap("", "", ticket.subject().title()));
        if (ticket.subject().simulated()) {
            target.write(TicketText.wrap("! ", "  ", TicketPage.SIMULATED));
        }
        target.write("\n" + cell("Place", PLACE) + cell("Treatment", TREATMENT) + "Count\n");
        for (Ticket.Disclosure each : ticket.disclosures()) {
            String count = each.count() == null ? "all" : String.valueOf(each.count());
            target.write(cell(each.place(), PLACE) + cell(each.treatment().slug(), TREATMENT) + count + "\n");
        }
        if (ticket.gaps().isEmpty()) {
            target.write("\nNothing is missing that is usually asked.\n");
            return;
        }
        target.write("\nWhat Microsoft Support will ask for and is missing:\n");
        for (Ticket.Gap gap : ticket.gaps()) {
            target.write(TicketText.wrap("- ", "  ", gap.field() + ": " + gap.why() + "."));
            target.write(TicketText.wrap("  ", "    ", gap.how()));
        }
    }

    private static String cell(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    /** For a program, as a document of kind {@code TicketPreview}. */
    public static void writeJson(Ticket ticket, Writer target, String toolVersion) throws IOException {
        JsonWriter json = Documents.open(target, "TicketPreview", toolVersion);
        json.field("title", ticket.subject().title())
                .field("simulated", ticket.subject().simulated());
        TicketJson.disclosures(json, ticket.disclosures());
        TicketJson.missing(json, ticket.gaps());
        Documents.close(json, target);
    }

    /** The names of what is missing, for one line. */
    public static List<String> missing(Ticket ticket) {
        List<String> fields = new ArrayList<>();
        ticket.gaps().forEach(gap -> fields.add(gap.field()));
        return fields;
    }
}
