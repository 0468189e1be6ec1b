package io.scimdoctor.cli.captured;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.CatalogSearch;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.catalog.CatalogJson;
import io.scimdoctor.report.catalog.CatalogText;
import java.io.IOException;
import java.util.List;

/** The error catalogue: lists it, searches it, and opens one entry; makes no call. */
public final class ExplainCommand extends Command {
    public ExplainCommand() {
        super("explain", "Explain an error: by finding id, HTTP status, Microsoft's name or AADSTS number.");
    }

    @Override
    protected void describe(Options options) {
        options.parameters(
                "[FINDING|STATUS|ERROR...]",
                "A finding's id, a status, an error name or an AADSTS number; none lists everything.");
        options.value("WORDS", "List the entries that hold all of these words.", "--search");
        options.output(List.of("text", "short", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Catalog catalog = Catalog.load();
        List<Condition> conditions =
                new CatalogSearch(catalog).of(invocation.text("--search"), invocation.parameters());
        Outputs.write(invocation.reporter(), output -> write(catalog, conditions, output));
        return ExitCode.HEALTHY;
    }

    private static void write(Catalog catalog, List<Condition> conditions, Output output) throws IOException {
        switch (output.format()) {
            case "json" -> CatalogJson.write(catalog, conditions, output.writer());
            case "short" -> {
                for (Condition condition : conditions) {
                    output.writer().write(condition.id() + ": " + condition.title() + "\n");
                }
            }
            default -> {
                CatalogText text = new CatalogText(output.writer(), output.style());
                if (conditions.size() == 1) {
                    text.open(conditions.get(0), catalog.explain(conditions.get(0)));
                } else {
                    text.list(conditions);
                }
            }
        }
    }
}
