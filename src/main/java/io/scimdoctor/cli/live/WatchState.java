package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.config.UserFolder;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunReader;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.keep.WatchFolder;
import io.scimdoctor.watch.keep.WatchFolders;
import io.scimdoctor.watch.tally.Failing;
import io.scimdoctor.watch.tally.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The watch that a command begins or goes on with.
 *
 * @param folder where it is kept, or null when it is not
 * @param samples the exchanges that an earlier process has kept
 * @param resumed how often it was taken up again
 */
record WatchState(WatchPlan plan, Tally tally, @Nullable WatchFolder folder, List<RunCall> samples, int resumed)
        implements AutoCloseable {
    private static final String SIMULATOR = "simulator";

    /**
     * Begins a watch, or goes on with the one that {@code --resume} names.
     *
     * @param what for a person and masked
     * @throws Stopped when that one is not there, still runs, is damaged or watches something else
     */
    static WatchState open(Invocation invocation, String what, CheckSettings settings) throws IOException {
        String reference = invocation.text("--resume");
        Optional<Path> home = invocation.flag("--no-record")
                ? Optional.empty()
                : UserFolder.STATE.of(invocation.environment().variables(), System.getProperty("os.name", ""));
        if (reference != null) {
            return resume(invocation, reference, home, new Subject(what, settings));
        }
        Environment environment = invocation.environment();
        Instant now = environment.clock().instant();
        WatchPlan plan = new Subject(what, settings)
                .plan(invocation, environment.source().newId(), now);
        invocation.outgoing().keepId(plan.id());
        WatchFolder folder = home.isEmpty() ? null : begin(invocation, new WatchFolders(home.get()), plan);
        return new WatchState(plan, new Tally(plan.gap()), folder, List.of(), 0);
    }

    /** What is watched. */
    private record Subject(String what, CheckSettings settings) {
        WatchPlan plan(Invocation invocation, String id, Instant startedAt) {
            WatchOptions options = new WatchOptions(invocation);
            return new WatchPlan(
                    id, startedAt, what, options.interval(), options.gap(), options.limits(settings), settings);
        }

        /** A simulator has another port each time. */
        String baseUrl() {
            return settings.simulated()
                    ? SIMULATOR
                    : Redactor.url(settings.target().baseUrl());
        }
    }

    private static @Nullable WatchFolder begin(Invocation invocation, WatchFolders folders, WatchPlan plan)
            throws IOException {
        try {
            folders.purge();
            return WatchFolder.open(
                    folders.of(plan.id(), plan.startedAt()), invocation.secrets(), invocation.outgoing()::line);
        } catch (IOException e) {
            invocation
                    .environment()
                    .err()
                    .write("scimdoctor: the state folder cannot be written; the watch could not be resumed.\n");
            return null;
        }
    }

    private static WatchState resume(Invocation invocation, String reference, Optional<Path> home, Subject subject)
            throws IOException {
        Path path = home.isEmpty() ? null : new WatchFolders(home.get()).find(reference);
        if (path == null) {
            throw Stopped.usage("there is no watch '" + Redactor.typed(reference) + "' to resume", null);
        }
        WatchFolder folder = WatchFolder.open(path, invocation.secrets(), invocation.outgoing()::line);
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
        if (!saved.what().equals(subject.what()) || !saved.baseUrl().equals(subject.baseUrl())) {
            folder.close();
            throw Stopped.usage(
                    "that watch is of " + saved.what() + " at " + saved.baseUrl() + ", not of " + subject.what()
                            + " at " + subject.baseUrl(),
                    "repeat its command and add --resume");
        }
        WatchPlan plan = subject.plan(invocation, saved.id(), saved.startedAt());
        keepIds(invocation, plan, saved.tally());
        return new WatchState(plan, saved.tally(), folder, samples(invocation, folder), saved.resumed() + 1);
    }

    private static void keepIds(Invocation invocation, WatchPlan plan, Tally tally) {
        invocation.outgoing().keepId(plan.id());
        for (Failing row : tally.rows()) {
            row.requestIds().forEach(invocation.outgoing()::keepId);
        }
    }

    /** Samples that cannot be read are a loss for the ticket and no reason to end. */
    private static List<RunCall> samples(Invocation invocation, WatchFolder folder) {
        try {
            String text = folder.samples();
            Redaction redaction = new Redaction(
                    State.pseudonyms(invocation.environment(), invocation.outgoing()), invocation.secrets()::addFound);
            return text == null
                    ? List.of()
                    : new RunReader(redaction).read(text).calls();
        } catch (IOException e) {
            return List.of();
        }
    }

    WatchFolder.Saved saved() {
        Subject subject = new Subject(plan.what(), plan.round());
        return new WatchFolder.Saved(plan.id(), plan.startedAt(), plan.what(), subject.baseUrl(), resumed, tally);
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            folder.close();
        }
    }
}
