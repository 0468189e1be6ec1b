package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.Version;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what is running. */
final class VersionCommand extends Command {
    VersionCommand() {
        super("version", "Print the version, the date of the catalogue and the Java in use.");
    }

    @Override
    CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        SharedOptions.flag(spec, "Show this help.", "-h", "--help");
        return spec;
    }

    @Override
    ExitCode run(Invocation invocation) throws IOException {
        invocation
                .environment()
                .out()
                .write("scimdoctor " + Version.text() + "\ncatalogue " + Catalog.DATE + "\njava " + Runtime.version()
                        + "\n");
        return ExitCode.HEALTHY;
    }
}
