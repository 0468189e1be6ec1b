package io.scimdoctor.cli.captured;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.CatalogSearch;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.catalog.CatalogJson;
import io.scimdoctor.report.catalog.CatalogText;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The error catalogue: lists it, searches it, and opens one entry; makes no call. */
public final class ExplainCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Catalog catalog = Catalog.load();
        List<Condition> conditions =
                new CatalogSearch(catalog).of(invocation.text("--search"), invocation.parameters());
        String age = invocation.text("--older-than");
        String source = invocation.text("--source");
        if (age == null && source == null) {
            Outputs.write(invocation.reporter(), output -> write(catalog, conditions, output));
            return ExitCode.HEALTHY;
        }
        Instant now = invocation.environment().now();
        String before =
                age == null ? "9" : now.minus(days(age), ChronoUnit.DAYS).toString();
        List<Condition> resting = new CatalogSearch(catalog).byBasis(conditions, before, source == null ? "" : source);
        Outputs.write(invocation.reporter(), output -> {
            if (output.format().equals("json")) {
                CatalogJson.write(catalog, resting, output.writer());
            } else {
                for (Condition condition : resting) {
                    Basis basis = catalog.explain(condition).basis();
                    output.writer().write(basis.date() + "  " + condition.id() + "  " + basis.source() + "\n");
                }
            }
        });
        return ExitCode.HEALTHY;
    }

    private static long days(String age) {
        String number = age.endsWith("d") ? age.substring(0, age.length() - 1) : age;
        if (number.isEmpty() || number.length() > 5 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Stopped.usage("--older-than is no number of days: '" + Redactor.typed(age) + "'", "write 180d");
        }
        return Long.parseLong(number);
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
