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
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The error catalogue: lists it, searches it, and opens one entry; makes no call. */
public final class ExplainCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Catalog catalog = Catalog.load();
        CatalogSearch search = new CatalogSearch(catalog);
        List<Condition> conditions = search.of(invocation.text("--search"), invocation.parameters());
        Duration age = invocation.duration("--older-than");
        String source = invocation.text("--source");
        boolean basis = age != null || source != null;
        if (basis) {
            String before = age == null
                    ? "9"
                    : invocation.environment().now().minus(age).toString();
            conditions = search.byBasis(conditions, before, source == null ? "" : source);
        }
        try (Outputs outputs = Outputs.open(invocation.reporter())) {
            for (Page output : outputs.list()) {
                if (output.format().equals("json")) {
                    CatalogJson.write(catalog, conditions, output.target());
                } else if (basis || output.format().equals("short")) {
                    for (Condition condition : conditions) {
                        String line = condition.id() + ": " + condition.title();
                        if (basis) {
                            Basis told = catalog.explain(condition).basis();
                            line = told.date() + "  " + condition.id() + "  " + told.source();
                        }
                        output.target().write(line + "\n");
                    }
                } else {
                    new BlockText(output.target(), output.style())
                            .write(CatalogBlocks.of(
                                    conditions, invocation.parameters().size(), catalog));
                }
            }
        }
        return ExitCode.HEALTHY;
    }
}
