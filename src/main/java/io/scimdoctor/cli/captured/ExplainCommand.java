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
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.catalog.CatalogJson;
import io.scimdoctor.report.catalog.CatalogText;
import io.scimdoctor.scim.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        List<Condition> conditions = select(invocation.text("--search"), invocation.parameters(), catalog);
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

    private static List<Condition> select(@Nullable String words, List<String> parameters, Catalog catalog) {
        CatalogSearch search = new CatalogSearch(catalog);
        if (words != null) {
            List<Condition> found = search.byWords(List.of(words.trim().split("\\s+")));
            return found.isEmpty() ? unknown(words, catalog) : found;
        }
        if (parameters.isEmpty()) {
            return catalog.conditions();
        }
        List<Condition> all = new ArrayList<>();
        for (String parameter : parameters) {
            all.addAll(one(parameter, catalog, search));
        }
        return all;
    }

    private static List<Condition> one(String what, Catalog catalog, CatalogSearch search) {
        Optional<Condition> exact = catalog.find(what);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        List<Condition> found = new ArrayList<>();
        if (what.matches("[1-5][0-9][0-9]")) {
            found.addAll(search.byStatus(Integer.parseInt(what)));
        } else {
            found.addAll(search.byError(what));
        }
        return found.isEmpty() ? unknown(what, catalog) : found;
    }

    private static List<Condition> unknown(String what, Catalog catalog) {
        if (what.matches("(?i)(AADSTS)?[0-9]{5,9}")) {
            String number = what.replaceFirst("(?i)AADSTS", "");
            throw Stopped.usage(
                    "the catalogue does not hold AADSTS" + number,
                    "Microsoft explains it at https://login.microsoftonline.com/error?code=" + number);
        }
        List<String> ids = new ArrayList<>();
        for (Condition condition : catalog.conditions()) {
            ids.add(condition.id());
        }
        @Nullable String near = Nearest.of(what, ids);
        throw Stopped.usage(
                "nothing in the catalogue is called '" + Redactor.typed(what) + "'",
                near == null
                        ? "scimdoctor explain lists everything, and --search finds a text"
                        : "did you mean '" + near + "'?");
    }
}
