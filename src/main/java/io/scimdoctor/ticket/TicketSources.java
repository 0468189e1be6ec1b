package io.scimdoctor.ticket;

import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.CaptureFile;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.input.Input;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.Machine;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunImport;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.run.RunReader;
import io.scimdoctor.run.RunRecorder;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.token.Claims;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads what a ticket is to be made of: recorded runs, captured answers, or both.
 *
 * @param references the runs that are named
 * @param files the captures that are named
 * @param hints what the user says about the captures
 * @param recorded opens the recorded runs
 * @param pseudonyms the stand-ins for what the captures hold
 */
public record TicketSources(
        List<String> references,
        List<String> files,
        Hints hints,
        DiagnosisContext context,
        Supplier<RunStore> recorded,
        Input input,
        Outgoing outgoing,
        Pseudonyms pseudonyms) {
    /** The public application id of Microsoft Graph, which identifies no customer. */
    private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    /** Something that a user adds, redacted. */
    public List<String> redacted(List<String> notes) {
        Redaction redaction = redaction();
        return notes.stream().map(redaction::text).toList();
    }

    /**
     * The runs, as the chosen policy lets them out.
     *
     * @throws Stopped when there is none
     */
    public List<Run> read() throws IOException {
        List<Run> runs = new ArrayList<>();
        if (!references.isEmpty() || files.isEmpty()) {
            RunStore store = recorded.get();
            for (String reference : references.isEmpty() ? List.of("last") : references) {
                runs.add(completed(store.read(store.one(reference))));
            }
        }
        if (!files.isEmpty()) {
            runs.add(imported());
        }
        return masked(runs);
    }

    /** The run with what the user knows beside it. */
    private Run completed(Run run) {
        Claims claims = context.token();
        boolean told = hints.method() != null || hints.url() != null;
        Redaction redaction = redaction();
        Run.RunToken token = claims == null || run.token() != null ? run.token() : RunRecorder.token(claims);
        return run.with(
                token,
                told
                        ? run.calls().stream()
                                .map(call -> completed(call, redaction))
                                .toList()
                        : run.calls());
    }

    private RunCall completed(RunCall call, Redaction redaction) {
        Exchange known = call.exchange();
        SentRequest sent = known.request();
        SentRequest request = new SentRequest(
                sent.method() == null ? hints.method() : sent.method(),
                sent.url() == null ? hints.url() : sent.url(),
                sent.headers(),
                sent.body());
        Exchange whole = new Exchange(request, known.outcome(), known.attempts(), known.at(), known.trace());
        return call.with(redaction.exchange(whole));
    }

    private Run imported() throws IOException {
        Redaction redaction = redaction();
        RunImport sink = new RunImport(new Diagnoser(Catalog.load()), context, redaction);
        for (String file : files) {
            CaptureFile named = CaptureFile.of(file);
            try (InputStream stream = input.open(named.file())) {
                named.read(stream, name(file), hints, sink);
            }
        }
        if (sink.tally().exchanges() == 0) {
            throw Stopped.noVerdict(
                    "what --from names holds no answer that can be read", "scimdoctor classify says what it finds");
        }
        RunRecorder recorder = new RunRecorder(redaction(), Machine.here());
        // The same capture gets the same id, so that the same ticket comes out.
        String content = RunJson.text(sink.finish(NO_ID, recorder));
        String id =
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
        // Read back like a recorded run, so that what leaves is what a reader of the record finds.
        return new RunReader(redaction()).read(RunJson.text(sink.finish(id, recorder)));
    }

    /** A ticket leaves this machine: folders stay here, and a file's name too unless every word of it is known. */
    private String name(String file) {
        String name = new File(CaptureFile.of(file).file()).getName();
        return Redactor.text(name).equals(name) ? name : "file-" + (files.indexOf(file) + 1);
    }

    /** Under the strict policy the ticket is made of what is left, so that nothing has to be taken out of it later. */
    private List<Run> masked(List<Run> runs) throws IOException {
        outgoing.keepId(GRAPH);
        runs.forEach(run -> run.keepIds(outgoing));
        if (outgoing.policy().equals("standard")) {
            return runs;
        }
        List<Run> masked = new ArrayList<>();
        for (Run run : runs) {
            masked.add(new RunReader(redaction()).read(outgoing.pass(RunJson.text(run))));
        }
        return masked;
    }

    private Redaction redaction() {
        return new Redaction(pseudonyms, outgoing.secrets()::addFound);
    }
}
