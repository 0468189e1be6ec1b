package io.scimdoctor.ticket;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.run.RunJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/** A ticket as a document of kind {@code TicketReport}, for a help desk's own system. */
public final class TicketJson {
    private TicketJson() {}

    /** @param policy the redaction policy that holds, standard or strict */
    public static String of(Ticket ticket, String policy) throws IOException {
        StringWriter target = new StringWriter();
        JsonWriter json = Documents.open(target, "TicketReport");
        json.object("subject")
                .putAll(ticket.subject())
                .field("redaction", policy)
                .endObject();
        json.strings("firstSteps", ticket.firstSteps())
                .strings("impact", ticket.impact())
                .put("place", ticket.place())
                .put("token", ticket.token())
                .put("state", ticket.state())
                .list("problems", ticket.problems(), TicketJson::problem)
                .put("ruledOut", ticket.ruledOut())
                .put("notRuledOut", ticket.notRuledOut())
                .put("tried", ticket.tried())
                .put("missing", ticket.missing())
                .put("disclosures", ticket.disclosures())
                .list("runs", ticket.runs(), RunJson::named);
        Documents.close(json, target);
        return target.toString();
    }

    private static void problem(JsonWriter json, Ticket.Problem problem) throws IOException {
        json.field("finding", problem.finding(), Documents::content)
                .field("seen", problem.seen(), TicketJson::seen)
                .put("samples", problem.samples())
                .put("attempts", problem.attempts());
    }

    private static void seen(JsonWriter json, Ticket.Occurrence seen) throws IOException {
        json.field("count", seen.count())
                .field("calls", seen.calls())
                .field("firstSeen", Problems.toMillis(seen.firstSeen()))
                .field("lastSeen", Problems.toMillis(seen.lastSeen()))
                .field("frequency", Frequency.of(seen))
                .strings("endpoints", seen.endpoints())
                .put("windows", seen.windows());
    }

    /** The document of kind {@code TicketPreview}. */
    public static void preview(Ticket ticket, Writer target) throws IOException {
        Documents.write(
                target,
                "TicketPreview",
                json -> json.field("title", ticket.subject().title())
                        .field("simulated", ticket.subject().simulated())
                        .put("disclosures", ticket.disclosures())
                        .put("missing", ticket.missing()));
    }
}
