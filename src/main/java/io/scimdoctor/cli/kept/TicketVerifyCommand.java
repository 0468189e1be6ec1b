package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.ticket.bundle.BundleCheck;
import io.scimdoctor.ticket.bundle.BundleReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks a ticket's bundle that was made elsewhere: whole, unchanged, and free of what must not leave. */
public final class TicketVerifyCommand extends Command {
    public TicketVerifyCommand() {
        super("ticket verify", "Check a ticket's bundle: unchanged, whole, and without secrets.");
    }

    @Override
    protected void describe(Options options) {
        options.parameters("FILE", "The zip file that ticket new --bundle wrote.");
        options.output(List.of("text", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        List<String> files = invocation.parameters();
        if (files.size() != 1) {
            throw Stopped.usage("ticket verify takes one file, not " + files.size(), "name the bundle");
        }
        String file = files.get(0);
        invocation.environment().input().open(file).close();
        String shown = Redactor.seen(file);
        BundleReport report = BundleCheck.of(Path.of(file), Version.text());
        String refused = report.refused();
        if (refused != null) {
            throw Stopped.noVerdict("'" + shown + "' is no bundle: " + refused, "ticket new --bundle writes one");
        }
        Outputs.write(invocation.reporter(), output -> {
            if (output.format().equals("json")) {
                report.writeJson(output.writer(), Version.text());
            } else {
                report.writeText(new TextPage(output.writer(), output.style()), shown);
            }
        });
        return report.problems().isEmpty() ? ExitCode.HEALTHY : ExitCode.PROBLEM;
    }
}
