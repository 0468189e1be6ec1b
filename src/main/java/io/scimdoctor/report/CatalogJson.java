package io.scimdoctor.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The document of kind {@code CatalogueReport}. */
public final class CatalogJson {
    private CatalogJson() {}

    public static void write(Catalog catalog, List<Condition> conditions, Writer target, String toolVersion)
            throws IOException {
        JsonWriter json = Documents.open(target, "CatalogueReport", toolVersion);
        json.array("conditions");
        for (Condition condition : conditions) {
            condition(json, condition, catalog.explain(condition));
        }
        json.endArray();
        json.array("scenarios").endArray();
        Documents.close(json, target);
    }

    private static void condition(JsonWriter json, Condition condition, Explanation texts) throws IOException {
        Integer status =
                condition.statuses().isEmpty() ? null : condition.statuses().get(0);
        json.object()
                .field("id", condition.id())
                .field("error", condition.error(status))
                .field("title", condition.title())
                .field("severity", Documents.lower(condition.severity()))
                .field("confidence", condition.confidence().name().toLowerCase(Locale.ROOT))
                .field("owner", condition.owner().slug());
        json.array("statuses");
        for (int seen : condition.statuses()) {
            json.number(seen);
        }
        json.endArray();
        json.field("cause", texts.cause())
                .strings("symptoms", texts.symptoms())
                .strings("steps", texts.steps())
                .strings("links", texts.links());
        json.array("confusedWith");
        for (Explanation.LookAlike other : texts.confusedWith()) {
            json.object().field("id", other.id()).field("tell", other.tell()).endObject();
        }
        json.endArray();
        JsonNode example = texts.example();
        if (example == null) {
            json.field("example", (String) null);
        } else {
            json.field("example", example);
        }
        json.object("basis")
                .field("kind", texts.basis().kind().name().toLowerCase(Locale.ROOT))
                .field("source", texts.basis().source())
                .field("date", texts.basis().date())
                .endObject();
        json.endObject();
    }
}
