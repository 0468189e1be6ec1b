package io.scimdoctor.report.catalog;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The document of kind {@code CatalogueReport}. */
public final class CatalogJson {
    private CatalogJson() {}

    public static void write(Catalog catalog, List<Condition> conditions, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "CatalogueReport");
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
                .field("severity", condition.severity().slug())
                .field("confidence", condition.confidence().slug())
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
        json.field("example", texts.example());
        json.object("basis");
        Documents.basis(json, texts.basis());
        json.endObject();
        json.endObject();
    }
}
