package io.scimdoctor.run;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Redactor;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The runs of this user as commands need them: found by what was typed, and trouble as one sentence. */
public record RecordedRuns(RunStore store, Outgoing outgoing) {
    public List<RunStore.Entry> list() {
        List<RunStore.Entry> entries = store.list();
        entries.forEach(entry -> outgoing.keepId(entry.id()));
        return entries;
    }

    /**
     * The one run that the beginning of an id, or {@code last}, names.
     *
     * @throws Stopped when it is none or several, or none is recorded at all
     */
    public RunStore.Entry one(String reference) {
        List<RunStore.Entry> found = reference.isBlank() ? List.of() : store.find(reference);
        String shown = "'" + Redactor.seen(reference) + "'";
        if (found.isEmpty() && reference.toLowerCase(Locale.ROOT).equals("last")) {
            throw Stopped.noVerdict("no run is recorded yet", "check, probe and runs import record one");
        }
        if (found.isEmpty()) {
            throw Stopped.usage(
                    "there is no run " + shown,
                    new File(reference).isFile()
                            ? "it is a file, which ticket takes with --from, and runs import makes a run of"
                            : "scimdoctor runs list names them");
        }
        if (found.size() > 1) {
            String ids = found.stream().limit(3).map(RunStore.Entry::id).collect(Collectors.joining(", "));
            throw Stopped.usage(shown + " names " + found.size() + " runs, among them " + ids, "write more of it");
        }
        return found.get(0);
    }

    /**
     * The whole run, whose ids of calls stay under the strict policy.
     *
     * @throws Stopped when its file is damaged
     */
    public Run read(RunStore.Entry entry) {
        try {
            Run run = store.read(entry);
            run.keepIds(outgoing);
            return run;
        } catch (IOException e) {
            throw Stopped.noVerdict(
                    "the run " + entry.id() + " cannot be read: " + reason(e),
                    "scimdoctor runs delete " + entry.id() + " removes it");
        }
    }

    /** The sentences of the run's reader are for a person; those of the system are not. */
    private static String reason(IOException error) {
        String message = String.valueOf(error.getMessage());
        return message.startsWith("it is ") || message.startsWith("the record ") || message.startsWith("another ")
                ? message
                : "its file may not be read";
    }
}
