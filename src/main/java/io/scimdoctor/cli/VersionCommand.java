package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.format.Version;
import java.io.IOException;

/** Prints what is running. */
public final class VersionCommand extends Command {
    public VersionCommand() {
        super("version", "Print the version, the date of the catalogue and the Java in use.");
    }

    @Override
    protected void describe(Options options) {
        options.help();
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        invocation
                .environment()
                .out()
                .write("scimdoctor " + Version.text() + "\ncatalogue " + Catalog.DATE + "\njava " + Runtime.version()
                        + "\n");
        return ExitCode.HEALTHY;
    }
}
