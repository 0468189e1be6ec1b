package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.ArtefactFiles;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.run.Run;
import io.scimdoctor.ticket.Preview;
import io.scimdoctor.ticket.Ticket;
import io.scimdoctor.ticket.TicketBuilder;
import io.scimdoctor.ticket.TicketHtml;
import io.scimdoctor.ticket.TicketJson;
import io.scimdoctor.ticket.TicketMarkdown;
import io.scimdoctor.ticket.TicketText;
import io.scimdoctor.ticket.bundle.Bundle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a support ticket out of recorded runs and captured answers; makes no call. */
public final class TicketNewCommand extends Command {
    private static final int SHORTEST_TEXT = 1_000;

    public TicketNewCommand() {
        super("ticket new", "Write a support ticket from a recorded run or captured answers, without secrets.");
    }

    @Override
    protected void describe(Options options) {
        TicketOptions.add(options);
        options.value(
                "FILE", "Write a zip file with the ticket in all formats, its evidence and a manifest.", "--bundle");
        options.value(
                "N",
                "The longest plain text, in characters. Default: " + TicketText.PORTAL_LENGTH + ".",
                "--max-length");
        options.flag("Exit with 1 when something is missing that support will ask for.", "--require-complete");
        options.output(List.of("text", "markdown", "json", "html"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Reporter reporter = invocation.reporter();
        Form form = Form.of(invocation);
        boolean complete = invocation.flag("--require-complete");
        TicketOptions options = TicketOptions.of(invocation, reporter, State.pseudonyms(reporter.environment()));
        List<Run> runs = options.sources().read();
        Ticket ticket = TicketBuilder.build(runs, options.additions());
        write(ticket, runs, form, reporter);
        if (ticket.gaps().isEmpty()) {
            return ExitCode.HEALTHY;
        }
        reporter.note("support will ask for what is missing: " + String.join("; ", Preview.missing(ticket))
                + ". The ticket says how to fetch it");
        return complete ? ExitCode.PROBLEM : ExitCode.HEALTHY;
    }

    /**
     * What is made of the ticket.
     *
     * @param length the most characters of the text
     * @param bundle the file of the bundle, or null
     * @param text whether the ticket itself is written
     */
    private record Form(int length, @Nullable String bundle, boolean text) {
        static Form of(Invocation invocation) {
            String bundle = invocation.text("--bundle");
            boolean asked = invocation.flag("--output") || invocation.flag("--output-file");
            return new Form(
                    invocation.number("--max-length", TicketText.PORTAL_LENGTH, SHORTEST_TEXT),
                    bundle,
                    bundle == null || asked);
        }
    }

    private static void write(Ticket ticket, List<Run> runs, Form form, Reporter reporter) throws IOException {
        Environment environment = reporter.environment();
        ArtefactFiles files = new ArtefactFiles(environment);
        Outgoing outgoing = environment.outgoing();
        if (form.bundle() != null) {
            Bundle.Form parts = new Bundle.Form(outgoing.policy(), outgoing::pass, form.length(), Version.text());
            Bundle made = Bundle.of(ticket, runs, parts);
            files.write(form.bundle(), made.bytes(environment.secrets()), "the bundle");
            if (!form.text()) {
                environment.out().write(said(Redactor.seen(form.bundle()), made));
            }
        }
        if (form.text()) {
            for (Outputs.Wish wish : reporter.formats()) {
                files.write(wish, text(wish.format(), ticket, form.length(), outgoing.policy()), "the ticket");
            }
        }
    }

    private static String text(String format, Ticket ticket, int length, String policy) {
        return switch (format) {
            case "markdown" -> TicketMarkdown.of(ticket);
            case "html" -> TicketHtml.of(ticket);
            case "json" -> TicketJson.of(ticket, policy, Version.text());
            default -> TicketText.of(ticket, length);
        };
    }

    private static String said(String name, Bundle bundle) {
        StringBuilder text = new StringBuilder("Bundle " + name + "\n");
        for (Map.Entry<String, Integer> entry : bundle.sizes().entrySet()) {
            text.append("  ")
                    .append(entry.getKey())
                    .append(", ")
                    .append(entry.getValue())
                    .append(" bytes\n");
        }
        return text.toString();
    }
}
