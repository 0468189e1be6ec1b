package io.scimdoctor.report.check;

import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios, for a reader and as a document of kind {@code CatalogueReport} without conditions.
 *
 * @param environment the variables that lead a client to the one that is being served, or null
 */
public record ScenarioReport(
        List<Scenario> scenarios, @Nullable Map<String, String> environment) implements BlockReport {
    @Override
    public BlockPage page(Style style, boolean whole) {
        Block.Facts names = Block.Facts.of(scenarios, Scenario::name, Scenario::title);
        String end = scenarios.size() + " scenarios. scimdoctor check --simulate=SCENARIO runs one.";
        return BlockPage.of("", false, List.of(names, new Block.Paragraph(""), new Block.Paragraph(end)));
    }

    /** The names alone, one a line. */
    public String names() {
        return scenarios.stream().map(scenario -> scenario.name() + "\n").collect(Collectors.joining());
    }

    public void json(Writer target) throws IOException {
        Documents.write(target, "CatalogueReport", json -> {
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
        });
    }
}
