package io.scimdoctor.cli.kept;

import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.CaptureFile;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.captured.CaptureHints;
import io.scimdoctor.cli.process.ArtefactFiles;
import io.scimdoctor.cli.process.Durations;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.report.ShortFormat;
import io.scimdoctor.run.Machine;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunComparison;
import io.scimdoctor.run.RunDiff;
import io.scimdoctor.run.RunHar;
import io.scimdoctor.run.RunImport;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.run.RunRecorder;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.run.report.RunBlocks;
import io.scimdoctor.run.report.RunDiffReport;
import io.scimdoctor.run.report.RunImportReport;
import io.scimdoctor.run.report.RunListReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands on recorded runs; none makes a call. */
public final class RunsCommands {
    private static final int SHOWN = 20;

    private RunsCommands() {}

    /** Lists them, the last one first. */
    public static ExitCode list(Invocation invocation) throws IOException {
        RunStore runs = State.recorded(invocation.environment());
        List<RunStore.Entry> all = runs.list();
        int limit = invocation.number("--limit", SHOWN, 0);
        List<RunStore.Entry> shown = limit == 0 || all.size() <= limit ? all : all.subList(0, limit);
        RunListReport report = new RunListReport(runs.folder(), shown, all.size());
        return Outputs.write(invocation.reporter(), report::json, report::lines, report::write);
    }

    /** Opens one. */
    public static ExitCode show(Invocation invocation) throws IOException {
        Run run = one(invocation);
        return Outputs.write(
                invocation.reporter(),
                target -> RunJson.write(run, target),
                () -> (run.head().simulated() ? "SIMULATED " : "") + run.head().id() + " "
                        + ShortFormat.line(run.verdict(), false),
                new RunBlocks(run)::write);
    }

    private static Run one(Invocation invocation) {
        RunStore runs = State.recorded(invocation.environment());
        return runs.read(runs.one(invocation.parameter("id", "last")));
    }

    /** Says what changed since it worked. */
    public static ExitCode diff(Invocation invocation) throws IOException {
        RunStore runs = State.recorded(invocation.environment());
        RunDiffReport report = new RunDiffReport(diff(runs, invocation.parameters()));
        return Outputs.write(invocation.reporter(), report::json, report::line, report::write);
    }

    private static RunDiff diff(RunStore runs, List<String> ids) {
        if (ids.size() > 2) {
            throw Stopped.usage("runs diff compares two runs, not " + ids.size(), null);
        }
        RunStore.Entry after = runs.one(ids.isEmpty() ? "last" : ids.get(ids.size() - 1));
        RunStore.Entry before = ids.size() == 2 ? runs.one(ids.get(0)) : healthyBefore(runs, after);
        if (before.file().equals(after.file())) {
            throw Stopped.usage("both ids name the same run", "scimdoctor runs list names all of them");
        }
        return new RunComparison(runs.read(before), runs.read(after), new ArrayList<>()).diff();
    }

    private static RunStore.Entry healthyBefore(RunStore runs, RunStore.Entry after) {
        return RunDiff.lastHealthy(runs.list(), after)
                .orElseThrow(() -> Stopped.noVerdict(
                        "no healthy run of the same target is recorded before the run " + after.id(),
                        "scimdoctor runs diff A B compares any two"));
    }

    /** Writes one as a file for other tools. */
    public static ExitCode export(Invocation invocation) throws IOException {
        Run run = one(invocation);
        for (Outputs.Wish wish : invocation.reporter().formats()) {
            String text = wish.format().equals("json") ? RunJson.text(run) : RunHar.text(run);
            new ArtefactFiles(invocation.environment()).write(wish, text, "the exported run");
        }
        return ExitCode.HEALTHY;
    }

    /** Keeps somebody else's capture as a run, without its secrets and personal values. */
    public static ExitCode take(Invocation invocation) throws IOException {
        Environment environment = invocation.environment();
        List<String> files = invocation.parameters().isEmpty() ? List.of("-") : invocation.parameters();
        DiagnosisContext context = CaptureHints.context(invocation);
        RunStore runs = State.recorded(environment);
        Run run = read(files, context, environment, environment.redaction(runs.pseudonyms()));
        run.keepIds(environment.outgoing());
        store(run, runs);
        RunImportReport report = new RunImportReport(run);
        return Outputs.write(
                invocation.reporter(), report::json, () -> run.head().id() + "\n", report::write);
    }

    private static Run read(List<String> files, DiagnosisContext context, Environment environment, Redaction redaction)
            throws IOException {
        RunImport imported = new RunImport(new Diagnoser(Catalog.load()), context, redaction);
        for (String file : files) {
            CaptureFile named = CaptureFile.of(file);
            try (InputStream input = environment.input().open(named.file())) {
                named.read(input, named.file(), Hints.NONE, imported);
            }
        }
        if (imported.tally().exchanges() == 0) {
            throw Stopped.noVerdict(
                    "nothing in the input could be understood as an answer, so that nothing is stored",
                    "scimdoctor classify says of each piece why");
        }
        return imported.finish(environment.source().newId(), new RunRecorder(redaction, Machine.here()));
    }

    private static void store(Run run, RunStore store) {
        try {
            store.store(run, RunStore.Retention.DEFAULT);
        } catch (IOException e) {
            throw Stopped.noVerdict(
                    "the run cannot be stored in the folder of recorded runs",
                    "check its permissions and the space on the disk");
        }
    }

    /** Removes single ones. */
    public static ExitCode delete(Invocation invocation) throws IOException {
        RunRemoval removal = RunRemoval.of(invocation);
        if (invocation.parameters().isEmpty()) {
            throw Stopped.usage("runs delete needs the id of a run", "scimdoctor runs list names them");
        }
        Map<String, RunStore.Entry> entries = new LinkedHashMap<>();
        for (String reference : invocation.parameters()) {
            RunStore.Entry entry = removal.runs().one(reference);
            entries.put(entry.file().toString(), entry);
        }
        return removal.remove(List.copyOf(entries.values()), null);
    }

    /** Removes old ones, or all. */
    public static ExitCode purge(Invocation invocation) throws IOException {
        RunRemoval removal = RunRemoval.of(invocation);
        RunStore.Retention retention = retention(invocation);
        return removal.remove(removal.runs().beyond(retention), retention);
    }

    private static RunStore.Retention retention(Invocation invocation) {
        boolean limited = invocation.text("--older-than") != null || invocation.text("--keep") != null;
        if (invocation.flag("--all")) {
            if (limited) {
                throw Stopped.usage("--all leaves nothing to --older-than and --keep", "name one or the other");
            }
            return RunStore.Retention.NOTHING;
        }
        return limited
                ? new RunStore.Retention(
                        invocation.number("--keep", Integer.MAX_VALUE, 0),
                        invocation.duration("--older-than", Durations.LONGEST))
                : RunStore.Retention.DEFAULT;
    }
}
