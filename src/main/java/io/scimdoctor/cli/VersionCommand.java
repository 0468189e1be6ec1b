package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Version;
import java.io.IOException;

/** Prints what is running. */
public final class VersionCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        String text =
                "scimdoctor " + Version.text() + "\ncatalogue " + Catalog.DATE + "\njava " + Runtime.version() + "\n";
        return Outputs.write(
                invocation.reporter(),
                VersionCommand::json,
                output -> output.target().write(text));
    }

    private static void json(Page output) throws IOException {
        JsonWriter json = Documents.open(output.target(), "VersionReport");
        json.field("java", Runtime.version().toString());
        Documents.close(json, output.target());
    }
}
