package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.ticket.Preview;
import io.scimdoctor.ticket.Ticket;
import io.scimdoctor.ticket.TicketBuilder;
import java.io.IOException;
import java.util.List;

/** Shows what a ticket would share, mask and withhold, and what it lacks; writes nothing. */
public final class TicketPreviewCommand extends Command {
    public TicketPreviewCommand() {
        super("ticket preview", "Show what a support ticket would share and withhold, and what it lacks.");
    }

    @Override
    protected void describe(Options options) {
        TicketOptions.add(options);
        options.output(List.of("text", "json"));
    }

    /** A preview leaves nothing behind, so its pseudonyms are not stored. */
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Reporter reporter = invocation.reporter();
        TicketOptions options = TicketOptions.of(invocation, reporter, new PseudonymTable());
        Ticket ticket = TicketBuilder.build(options.sources().read(), options.additions());
        Outputs.write(reporter, output -> {
            if (output.format().equals("json")) {
                Preview.writeJson(ticket, output.writer(), Version.text());
            } else {
                Preview.writeText(ticket, new TextPage(output.writer(), output.style()));
            }
        });
        return ExitCode.HEALTHY;
    }
}
