package io.scimdoctor.run;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a run as a document of kind {@code RunReport}; what a list of runs needs stands at its beginning. */
public final class RunJson {
    static final String KIND = "RunReport";

    private final JsonWriter json;

    private RunJson(JsonWriter json) {
        this.json = json;
    }

    public static void write(Run run, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, KIND, run.head().tool());
        RunJson body = new RunJson(json);
        body.head(run.head());
        target(json, run.target());
        totals(json, run.totals());
        Documents.verdict(json, run.verdict());
        body.settings(run.settings());
        body.token(run.token());
        body.checks(run.checks());
        Documents.findings(json, run.findings());
        groups(json, run.groups());
        json.array("exchanges");
        for (RunCall call : run.calls()) {
            ExchangeJson.write(json, call);
        }
        json.endArray();
        masked(json, run.masked());
        Documents.close(json, target);
    }

    private void head(RunHead head) throws IOException {
        json.object("run")
                .field("id", head.id())
                .field("command", head.kind().slug())
                .field("startedAt", head.startedAt())
                .field("finishedAt", head.finishedAt())
                .field("durationMs", head.duration())
                .field("complete", head.complete())
                .field("simulated", head.simulated())
                .field("catalogue", head.catalogue());
        Documents.evidence(json, "environment", head.environment());
        json.endObject();
    }

    public static void target(JsonWriter json, Run.RunTarget target) throws IOException {
        json.object("target")
                .field("cloud", target.cloud())
                .field("baseUrl", target.baseUrl())
                .field("tenantId", target.tenantId())
                .field("clientId", target.clientId())
                .endObject();
    }

    private void settings(List<Run.RunSetting> settings) throws IOException {
        json.array("settings");
        for (Run.RunSetting setting : settings) {
            json.object()
                    .field("name", setting.name())
                    .field("value", setting.value())
                    .field("source", setting.source())
                    .endObject();
        }
        json.endArray();
    }

    private void token(Run.@Nullable RunToken token) throws IOException {
        if (token == null) {
            json.field("token", (String) null);
            return;
        }
        json.object("token").object("claims");
        for (Map.Entry<String, String> claim : token.claims().entrySet()) {
            json.field(claim.getKey(), claim.getValue());
        }
        json.endObject().endObject();
    }

    private void checks(List<Run.RunCheck> checks) throws IOException {
        json.array("checks");
        for (Run.RunCheck check : checks) {
            json.object()
                    .field("id", check.id())
                    .field("title", check.title())
                    .field("status", check.status())
                    .field("detail", check.detail())
                    .strings("findings", check.findings())
                    .endObject();
        }
        json.endArray();
    }

    public static void totals(JsonWriter json, Run.RunTotals totals) throws IOException {
        json.object("summary")
                .field("exchanges", totals.exchanges())
                .field("failures", totals.failures())
                .field("unreadable", totals.unreadable())
                .endObject();
    }

    public static void groups(JsonWriter json, List<Run.RunGroup> groups) throws IOException {
        json.array("groups");
        for (Run.RunGroup group : groups) {
            json.object()
                    .field("id", group.id())
                    .field("count", group.count())
                    .field("firstSeen", group.firstSeen())
                    .field("lastSeen", group.lastSeen())
                    .strings("endpoints", group.endpoints())
                    .strings("sampleRequestIds", group.sampleRequestIds());
            group.windows().write(json);
            json.endObject();
        }
        json.endArray();
    }

    public static void masked(JsonWriter json, Map<String, Integer> masked) throws IOException {
        json.array("masked");
        for (Map.Entry<String, Integer> entry : masked.entrySet()) {
            json.object()
                    .field("place", entry.getKey())
                    .field("count", entry.getValue())
                    .endObject();
        }
        json.endArray();
    }
}
