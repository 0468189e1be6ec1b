package io.scimdoctor.report.catalog;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.finding.Audience;
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
        json.list("conditions", conditions, (each, condition) -> content(each, condition, catalog));
        json.array("scenarios").endArray();
        Documents.close(json, target);
    }

    private static void content(JsonWriter json, Condition condition, Catalog catalog) throws IOException {
        Explanation texts = catalog.explain(condition);
        json.field("id", condition.id())
                .field("error", condition.error(null))
                .field("title", condition.title())
                .field("severity", condition.severity().slug())
                .field("confidence", condition.confidence().slug())
                .field("owner", condition.owner().slug())
                .numbers("statuses", condition.statuses().stream().mapToLong(Integer::longValue))
                .field("cause", texts.cause())
                .strings("symptoms", texts.symptoms())
                .strings("steps", texts.steps());
        json.put("commands", Fixes.of(catalog.finding(condition.id(), List.of()), Audience.HANDED_ON))
                .strings("links", texts.links())
                .put("confusedWith", texts.confusedWith())
                .field("example", texts.example())
                .put("basis", texts.basis());
    }
}
