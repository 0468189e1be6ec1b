package io.scimdoctor.report.check;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of scenarios. */
public final class ScenarioReport {
    private ScenarioReport() {}

    public static void text(List<Scenario> scenarios, Writer target, Style style) throws IOException {
        Block.Facts names = Block.Facts.of(scenarios, Scenario::name, Scenario::title);
        String end = scenarios.size() + " scenarios. scimdoctor check --simulate=SCENARIO runs one.";
        new BlockText(target, style).write(List.of(names, new Block.Paragraph(""), new Block.Paragraph(end)));
    }

    /**
     * As a document of kind {@code CatalogueReport} without conditions.
     *
     * @param environment the variables that lead a client to the one that is being served, or null
     */
    public static void json(List<Scenario> scenarios, @Nullable Map<String, String> environment, Writer target)
            throws IOException {
        JsonWriter json = Documents.open(target, "CatalogueReport");
        json.array("conditions").endArray();
        json.list(
                "scenarios",
                scenarios,
                (each, scenario) -> each.field("name", scenario.name())
                        .field("title", scenario.title())
                        .put("kind", scenario.kind())
                        .field("leadsTo", scenario.leadsTo()));
        if (environment != null) {
            json.put("environment", environment);
        }
        Documents.close(json, target);
    }
}
