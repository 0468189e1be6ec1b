package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.run.RunStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Removes single recorded runs. */
public final class RunsDeleteCommand extends Command {
    public RunsDeleteCommand() {
        super("runs delete", "Delete single recorded runs.");
    }

    @Override
    protected void describe(Options options) {
        options.parameters("RUN...", "The beginnings of ids, or last.");
        RunRemoval.options(options);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
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
}
