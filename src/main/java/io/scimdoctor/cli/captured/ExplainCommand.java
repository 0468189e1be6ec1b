package io.scimdoctor.cli.captured;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.CatalogSearch;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.catalog.CatalogBlocks;
import io.scimdoctor.report.catalog.CatalogJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The error catalogue: lists it, searches it, and opens one entry; makes no call. */
public final class ExplainCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Catalog catalog = Catalog.load();
        List<Condition> conditions =
                new CatalogSearch(catalog).of(invocation.text("--search"), invocation.parameters());
        Duration age = invocation.duration("--older-than");
        String source = invocation.text("--source");
        if (age == null && source == null) {
            return Outputs.write(
                    invocation.reporter(),
                    output -> CatalogJson.write(catalog, conditions, output.target()),
                    output -> {
                        for (Condition condition : conditions) {
                            output.target().write(condition.id() + ": " + condition.title() + "\n");
                        }
                    },
                    output -> new BlockText(output.target(), output.style())
                            .write(CatalogBlocks.of(
                                    conditions, invocation.parameters().size(), catalog)));
        }
        String before =
                age == null ? "9" : invocation.environment().now().minus(age).toString();
        List<Condition> resting = new CatalogSearch(catalog).byBasis(conditions, before, source == null ? "" : source);
        return Outputs.write(
                invocation.reporter(), output -> CatalogJson.write(catalog, resting, output.target()), output -> {
                    for (Condition condition : resting) {
                        Basis basis = catalog.explain(condition).basis();
                        output.target().write(basis.date() + "  " + condition.id() + "  " + basis.source() + "\n");
                    }
                });
    }
}
