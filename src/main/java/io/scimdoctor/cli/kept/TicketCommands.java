package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.ArtefactFiles;
import io.scimdoctor.cli.process.AsciiWriter;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.run.Run;
import io.scimdoctor.ticket.Ticket;
import io.scimdoctor.ticket.TicketBuilder;
import io.scimdoctor.ticket.TicketJson;
import io.scimdoctor.ticket.TicketPage;
import io.scimdoctor.ticket.TicketText;
import io.scimdoctor.ticket.bundle.Bundle;
import io.scimdoctor.ticket.bundle.BundleCheck;
import io.scimdoctor.ticket.bundle.BundleReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands on support tickets; none makes a call. */
public final class TicketCommands {
    private static final int SHORTEST_TEXT = 1_000;

    private TicketCommands() {}

    /** Writes one out of recorded runs and captured answers. */
    public static ExitCode create(Invocation invocation) throws IOException {
        Reporter reporter = invocation.reporter();
        Form form = Form.of(invocation);
        boolean complete = invocation.flag("--require-complete");
        TicketOptions options = TicketOptions.of(invocation, reporter, State.pseudonyms(reporter.environment()));
        List<Run> runs = options.sources().read();
        Ticket ticket = TicketBuilder.build(runs, options.additions());
        write(ticket, runs, form, reporter);
        if (ticket.missing().isEmpty()) {
            return ExitCode.HEALTHY;
        }
        reporter.note("still missing for support: "
                + String.join(
                        "; ", ticket.missing().stream().map(Ticket.Gap::field).toList())
                + ". scimdoctor ticket preview says how to fetch it");
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
        Bundle.Form parts = new Bundle.Form(outgoing.policy(), outgoing::pass, form.length());
        if (form.bundle() != null) {
            Bundle made = Bundle.of(ticket, runs, parts);
            files.write(form.bundle(), made.bytes(environment.secrets()), "the bundle");
            if (!form.text()) {
                environment.out().write(said(Redactor.seen(form.bundle()), made));
            }
        }
        if (form.text()) {
            for (Outputs.Wish wish : reporter.formats()) {
                String text = Bundle.text(wish.format(), ticket, parts);
                boolean plain = wish.is(false, "text") && reporter.style(true).ascii();
                files.write(wish, plain ? AsciiWriter.plain(text) : text, "the ticket");
            }
        }
    }

    private static String said(String name, Bundle bundle) {
        StringBuilder text = new StringBuilder("Bundle " + name + "\n");
        bundle.sizes().forEach((entry, size) -> text.append("  " + entry + ", " + size + " bytes\n"));
        return text.toString();
    }

    /** A preview leaves nothing behind, so its pseudonyms are not stored. */
    public static ExitCode preview(Invocation invocation) throws IOException {
        Reporter reporter = invocation.reporter();
        TicketOptions options = TicketOptions.of(invocation, reporter, new PseudonymTable());
        Ticket ticket = TicketBuilder.build(options.sources().read(), options.additions());
        return Outputs.write(
                reporter,
                target -> TicketJson.preview(ticket, target),
                output -> new BlockText(output.target(), output.style()).write(TicketPage.preview(ticket)));
    }

    /** Checks a bundle that was made elsewhere: whole, unchanged, and free of what must not leave. */
    public static ExitCode verify(Invocation invocation) throws IOException {
        List<String> files = invocation.parameters();
        if (files.size() != 1) {
            throw Stopped.usage("ticket verify takes one file, not " + files.size(), "name the bundle");
        }
        String file = files.get(0);
        invocation.environment().input().open(file).close();
        String shown = Redactor.seen(file);
        BundleReport report = BundleCheck.of(Path.of(file));
        String refused = report.refused();
        if (refused != null) {
            throw Stopped.noVerdict("'" + shown + "' is no bundle: " + refused, "ticket new --bundle writes one");
        }
        Outputs.write(invocation.reporter(), report::writeJson, output -> {
            if (!output.isSilent(report.problems().isEmpty())) {
                report.writeText(new TextPage(output.target(), output.style()), shown);
            }
        });
        return report.problems().isEmpty() ? ExitCode.HEALTHY : ExitCode.PROBLEM;
    }
}
