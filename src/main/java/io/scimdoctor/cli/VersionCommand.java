package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import java.util.List;

/** Prints what is running. */
public final class VersionCommand extends Command {
    public VersionCommand() {
        super("version", "Print the version, the date of the catalogue and the Java in use.");
    }

    @Override
    protected void describe(Options options) {
        options.output(List.of("text", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Outputs.write(invocation.reporter(), output -> {
            if (output.format().equals("json")) {
                JsonWriter json = Documents.open(output.writer(), "VersionReport");
                json.field("java", Runtime.version().toString());
                Documents.close(json, output.writer());
            } else {
                output.writer()
                        .write("scimdoctor " + Version.text() + "\ncatalogue " + Catalog.DATE + "\njava "
                                + Runtime.version() + "\n");
            }
        });
        return ExitCode.HEALTHY;
    }
}
