package io.scimdoctor.cli.kept;

import io.scimdoctor.capture.CaptureReader;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.captured.CaptureHints;
import io.scimdoctor.cli.live.Recording;
import io.scimdoctor.cli.process.Input;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outgoing;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.cli.settings.TokenFile;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunImport;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.run.RunReader;
import io.scimdoctor.run.RunRecorder;
import io.scimdoctor.ticket.TicketBuilder;
import io.scimdoctor.token.Claims;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reads what a ticket is to be made of: recorded runs, captured answers, or both. */
final class TicketSources {
    /** The public application id of Microsoft Graph, which identifies no customer. */
    private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    /** Such as 2411250030001234 of Microsoft, or INC0012345 of a help desk. */
    private static final Pattern CASE = Pattern.compile("[A-Z]{0,8}[-#]?[0-9]{1,20}");

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private final Invocation invocation;
    private final Pseudonyms pseudonyms;

    /** @param pseudonyms the stand-ins for what the captures hold */
    TicketSources(Invocation invocation, Pseudonyms pseudonyms) {
        this.invocation = invocation;
        this.pseudonyms = pseudonyms;
    }

    static void add(CommandSpec spec) {
        SharedOptions.parameters(
                spec, "[RUN...]", "Recorded runs by the beginning of their id; last is the newest. Default: last.");
        spec.addOption(repeated("FILE", "Take captured answers, as classify reads them; may be repeated.", "--from"));
        CaptureHints.options(spec);
        SharedOptions.value(spec, "ID", "The number of the case, at Microsoft or at a help desk.", "--case-id");
        spec.addOption(
                repeated("TEXT", "Add what was tried, what changed or what it costs; may be repeated.", "--note"));
    }

    private static OptionSpec repeated(String label, String description, String name) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String[].class)
                .description(description)
                .build();
    }

    /** What the user adds, redacted. */
    TicketBuilder.Additions additions() throws IOException {
        Redaction redaction = redaction();
        List<String> notes = new ArrayList<>();
        for (String note : invocation.list("--note")) {
            notes.add(redaction.text(note));
        }
        if (!notes.equals(invocation.list("--note")) && !invocation.flag("--quiet")) {
            invocation.environment().err().write("scimdoctor: words of --note that are not known were masked.\n");
        }
        String caseId = invocation.text("--case-id");
        if (caseId != null && !CASE.matcher(caseId).matches()) {
            throw Stopped.usage(
                    "--case-id takes a number with at most eight capital letters before it",
                    "write it like 2411250030001234 or INC0012345");
        }
        return new TicketBuilder.Additions(caseId, notes);
    }

    /**
     * The runs, as the chosen policy lets them out.
     *
     * @throws Stopped when there is none
     */
    List<Run> read() throws IOException {
        List<String> files = invocation.list("--from");
        List<String> references = invocation.parameters();
        Claims claims = TokenFile.claims(invocation);
        List<Run> runs = new ArrayList<>();
        if (!references.isEmpty() || files.isEmpty()) {
            RecordedRuns recorded = RecordedRuns.of(invocation);
            for (String reference : references.isEmpty() ? List.of("last") : references) {
                runs.add(withToken(recorded.read(recorded.one(reference)), claims));
            }
        }
        if (!files.isEmpty()) {
            runs.add(imported(files, claims));
        }
        return masked(runs);
    }

    private static Run withToken(Run run, @Nullable Claims claims) {
        return claims == null || run.token() != null
                ? run
                : new Run(
                        run.head(),
                        run.target(),
                        run.verdict(),
                        run.settings(),
                        RunRecorder.token(claims),
                        run.checks(),
                        run.findings(),
                        run.groups(),
                        run.totals(),
                        run.calls(),
                        run.masked());
    }

    private Run imported(List<String> files, @Nullable Claims claims) throws IOException {
        Hints hints = CaptureHints.of(invocation);
        DiagnosisContext context =
                new DiagnosisContext(invocation.environment().clock().instant(), claims, invocation.text("--tenant"));
        Redaction redaction = redaction();
        RunImport sink = new RunImport(new Diagnoser(Catalog.load()), context, redaction);
        for (String file : files) {
            try (InputStream input = Input.open(invocation.environment(), file)) {
                CaptureReader.read(input, name(file, files), hints, sink);
            }
        }
        if (sink.tally().exchanges() == 0) {
            throw Stopped.noVerdict(
                    "what --from names holds no answer that can be read", "scimdoctor classify says what it finds");
        }
        RunRecorder recorder = Recording.recorder(invocation, pseudonyms);
        // The same capture gets the same id, so that the same ticket comes out.
        String content = document(sink.finish(NO_ID, recorder));
        String id =
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
        // Read back like a recorded run, so that what leaves is what a reader of the record finds.
        return new RunReader(redaction()).read(document(sink.finish(id, recorder)));
    }

    /** A ticket leaves this machine: folders stay here, and a file's name too unless every word of it is known. */
    private static String name(String file, List<String> files) {
        String name = new File(file).getName();
        return Redactor.text(name).equals(name) ? name : "file-" + (files.indexOf(file) + 1);
    }

    /** Under the strict policy the ticket is made of what is left, so that nothing has to be taken out of it later. */
    private List<Run> masked(List<Run> runs) throws IOException {
        Outgoing outgoing = invocation.outgoing();
        outgoing.keepId(GRAPH);
        for (Run run : runs) {
            outgoing.keepIds(run);
        }
        if (outgoing.policy().equals("standard")) {
            return runs;
        }
        List<Run> masked = new ArrayList<>();
        for (Run run : runs) {
            masked.add(new RunReader(redaction()).read(outgoing.pass(document(run))));
        }
        return masked;
    }

    private static String document(Run run) throws IOException {
        StringWriter document = new StringWriter();
        RunJson.write(run, document);
        return document.toString();
    }

    private Redaction redaction() {
        return new Redaction(pseudonyms, invocation.secrets()::addFound);
    }
}
