package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.captured.CaptureHints;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.ticket.TicketBuilder;
import io.scimdoctor.ticket.TicketSources;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the commands on tickets are told: the sources, and what the user adds to them.
 *
 * @param additions the number of the case and the notes, redacted
 */
record TicketOptions(TicketSources sources, TicketBuilder.Additions additions) {
    /** Such as 2411250030001234 of Microsoft, or INC0012345 of a help desk. */
    private static final Pattern CASE = Pattern.compile("[A-Z]{0,8}[-#]?[0-9]{1,20}");

    /** @param pseudonyms the stand-ins for what the captures hold */
    static TicketOptions of(Invocation invocation, Reporter reporter, Pseudonyms pseudonyms) throws IOException {
        Environment environment = invocation.environment();
        List<String> files = invocation.list("--from");
        TicketSources sources = new TicketSources(
                invocation.parameters(),
                files,
                CaptureHints.of(invocation),
                CaptureHints.context(invocation),
                () -> State.recorded(environment),
                environment.input(),
                environment.outgoing(),
                pseudonyms);
        List<String> notes = sources.redacted(invocation.list("--note"));
        if (!notes.equals(invocation.list("--note"))) {
            reporter.note("words of --note that are not known were masked");
        }
        return new TicketOptions(sources, new TicketBuilder.Additions(caseId(invocation.text("--case-id")), notes));
    }

    private static @Nullable String caseId(@Nullable String text) {
        if (text != null && !CASE.matcher(text).matches()) {
            throw Stopped.usage(
                    "--case-id takes a number with at most eight capital letters before it",
                    "write it like 2411250030001234 or INC0012345");
        }
        return text;
    }
}
