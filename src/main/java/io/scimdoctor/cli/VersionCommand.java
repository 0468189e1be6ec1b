package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.format.Version;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what is running. */
public final class VersionCommand extends Command {
    public VersionCommand() {
        super("version", "Print the version, the date of the catalogue and the Java in use.");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        SharedOptions.flag(spec, "Show this help.", "-h", "--help");
        return spec;
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
