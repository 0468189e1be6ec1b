package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.format.Documents;
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
                target -> Documents.write(
                        target,
                        "VersionReport",
                        json -> json.field("java", Runtime.version().toString())),
                output -> output.target().write(text));
    }
}
