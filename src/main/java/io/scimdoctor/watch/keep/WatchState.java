package io.scimdoctor.watch.keep;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunReader;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The watch that a command begins or goes on with.
 *
 * @param folder where it is kept, or null when it is not
 * @param samples the exchanges that an earlier process has kept
 * @param resumed how often it was taken up again
 */
public record WatchState(
        WatchPlan plan, Tally tally, @Nullable WatchFolder folder, List<RunCall> samples, int resumed)
        implements AutoCloseable {
    private static final String SIMULATOR = "simulator";

    /**
     * Begins a watch.
     *
     * @param folders where watches are kept, or null when they are not
     * @param note is told what a person should know
     */
    public static WatchState begin(
            WatchPlan plan, @Nullable WatchFolders folders, Outgoing outgoing, Consumer<String> note) {
        outgoing.keepId(plan.id());
        WatchFolder folder = null;
        if (folders != null) {
            try {
                folders.purge();
                folder = WatchFolder.open(folders.of(plan.id(), plan.startedAt()), outgoing.secrets(), outgoing::line);
            } catch (IOException e) {
                note.accept("the state folder cannot be written; the watch could not be resumed");
            }
        }
        return new WatchState(plan, new Tally(plan.gap()), folder, List.of(), 0);
    }

    /**
     * Goes on with an earlier watch.
     *
     * @param reference the beginning of its id, or {@code last}
     * @param wanted what the command line asks for now
     * @throws Stopped when that one is not there, still runs, is damaged or watches something else
     */
    public static WatchState resume(
            String reference, WatchPlan wanted, @Nullable WatchFolders folders, Outgoing outgoing, Redaction redaction)
            throws IOException {
        Path path = folders == null ? null : folders.find(reference);
        if (path == null) {
            throw Stopped.usage("there is no watch '" + Redactor.typed(reference) + "' to resume", null);
        }
        WatchFolder folder = WatchFolder.open(path, outgoing.secrets(), outgoing::line);
        if (folder == null) {
            throw Stopped.usage("that watch is still running", "stop it first");
        }
        WatchFolder.Saved saved;
        try {
            saved = folder.read();
        } catch (IOException e) {
            folder.close();
            throw Stopped.usage("that watch cannot be resumed: its state is damaged or missing", "begin a new one");
        }
        if (!saved.what().equals(wanted.what()) || !saved.baseUrl().equals(baseUrl(wanted))) {
            folder.close();
            throw Stopped.usage(
                    "that watch is of " + saved.what() + " at " + saved.baseUrl() + ", not of " + wanted.what() + " at "
                            + baseUrl(wanted),
                    "repeat its command and add --resume");
        }
        outgoing.keepId(saved.id());
        for (Failing row : saved.tally().rows()) {
            row.requestIds().forEach(outgoing::keepId);
        }
        return new WatchState(
                wanted.goingOn(saved.id(), saved.startedAt()),
                saved.tally(),
                folder,
                samples(folder, redaction),
                saved.resumed() + 1);
    }

    /** A simulator has another port each time. */
    private static String baseUrl(WatchPlan plan) {
        return plan.round().simulated()
                ? SIMULATOR
                : Redactor.url(plan.round().target().baseUrl());
    }

    /** Samples that cannot be read are a loss for the ticket and no reason to end. */
    private static List<RunCall> samples(WatchFolder folder, Redaction redaction) {
        try {
            String text = folder.samples();
            return text == null
                    ? List.of()
                    : new RunReader(redaction).read(text).calls();
        } catch (IOException e) {
            return List.of();
        }
    }

    WatchFolder.Saved saved() {
        return new WatchFolder.Saved(plan.id(), plan.startedAt(), plan.what(), baseUrl(plan), resumed, tally);
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            folder.close();
        }
    }
}
