package io.scimdoctor.watch.keep;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.json.Fields;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.run.RunCall;
import io.scimdoctor.run.RunReader;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.tally.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
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
    static final String SAMPLES = "samples.json";

    private static final String SNAPSHOT = "snapshot.json";
    private static final String SIMULATOR = "simulator";

    /** What a snapshot says of the watch, before what was counted. */
    private record Head(String id, Instant startedAt, String what, String baseUrl, int resumed) {}

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
        Head head;
        Tally tally;
        try {
            JsonNode snapshot = Json.read(folder.read(SNAPSHOT));
            head = Fields.read(snapshot, Head.class);
            tally = Tally.read(snapshot);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            folder.close();
            throw Stopped.usage("that watch cannot be resumed: its state is damaged or missing", "begin a new one");
        }
        if (!head.what().equals(wanted.what().handedOn()) || !head.baseUrl().equals(baseUrl(wanted))) {
            folder.close();
            throw Stopped.usage(
                    "that watch is of " + head.what() + " at " + head.baseUrl() + ", not of "
                            + wanted.what().handedOn() + " at " + baseUrl(wanted),
                    "repeat its command and add --resume");
        }
        outgoing.keepId(head.id());
        tally.rows().forEach(row -> row.requestIds().forEach(outgoing::keepId));
        return new WatchState(
                wanted.goingOn(head.id(), head.startedAt()),
                tally,
                folder,
                samples(folder, redaction),
                head.resumed() + 1);
    }

    /** A simulator has another port each time. */
    private static String baseUrl(WatchPlan plan) {
        return plan.round().simulated()
                ? SIMULATOR
                : Redactor.url(plan.round().target().baseUrl());
    }

    /** Samples that are missing or cannot be read are a loss for the ticket and no reason to end. */
    private static List<RunCall> samples(WatchFolder folder, Redaction redaction) {
        try {
            return new RunReader(redaction).read(folder.read(SAMPLES)).calls();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Stores what was counted so far. */
    void save(WatchFolder target) throws IOException {
        Head head = new Head(plan.id(), plan.startedAt(), plan.what().handedOn(), baseUrl(plan), resumed);
        String text = JsonWriter.text(false, json -> {
            tally.write(json.object().putAll(head));
            json.endObject();
        });
        target.write(SNAPSHOT, text + "\n");
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            folder.close();
        }
    }
}
