package io.scimdoctor.run;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;

/** Writes a run as a document of kind {@code RunReport}; what a list of runs needs stands at its beginning. */
public final class RunJson {
    static final String KIND = "RunReport";

    private RunJson() {}

    public static void write(Run run, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, KIND, run.head().machine().tool());
        head(json, run.head());
        json.put("target", run.target()).put("summary", run.totals());
        json.put("verdict", run.verdict());
        json.put("settings", run.settings()).put("token", run.token()).put("checks", run.checks());
        json.list("findings", run.findings(), Documents::content);
        json.put("groups", run.groups()).list("exchanges", run.calls(), ExchangeJson::write);
        masked(json, run.masked());
        Documents.close(json, target);
    }

    /** The document as a text. */
    public static String text(Run run) throws IOException {
        StringWriter text = new StringWriter();
        write(run, text);
        return text.toString();
    }

    private static void head(JsonWriter json, RunHead head) throws IOException {
        Documents.run(json, head.id(), head.startedAt(), head.finishedAt(), head.complete())
                .field("command", head.kind().slug())
                .field("simulated", head.simulated())
                .field("catalogue", head.machine().catalogue())
                .put("environment", head.machine().environment())
                .endObject();
    }

    /** A run as lists name it. */
    public static void named(JsonWriter json, RunHead head) throws IOException {
        json.field("id", head.id())
                .field("command", head.kind().slug())
                .field("startedAt", head.startedAt())
                .field("finishedAt", head.finishedAt())
                .field("complete", head.complete())
                .field("simulated", head.simulated());
    }

    public static void masked(JsonWriter json, Map<String, Integer> masked) throws IOException {
        json.list(
                "masked",
                masked.entrySet(),
                (each, entry) -> each.field("place", entry.getKey()).field("count", entry.getValue()));
    }
}
