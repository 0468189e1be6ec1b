package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Durations;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.run.RunStore;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** Removes old recorded runs, or all. */
public final class RunsPurgeCommand extends Command {
    public RunsPurgeCommand() {
        super("runs purge", "Delete recorded runs by age and number, or all of them.");
    }

    @Override
    protected void describe(Options options) {
        options.value("DURATION", "Delete what was recorded longer ago, such as 30d.", "--older-than");
        options.value("N", "Delete all but the last so many.", "--keep");
        options.flag("Delete every recorded run.", "--all");
        RunRemoval.options(options);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        RunRemoval removal = RunRemoval.of(invocation);
        RunStore.Retention retention = retention(invocation);
        try {
            return removal.remove(removal.runs().store().beyond(retention), retention);
        } catch (FileSystemException e) {
            throw Stopped.noVerdict("the folder of recorded runs cannot be read", "check its permissions");
        }
    }

    private static RunStore.Retention retention(Invocation invocation) {
        boolean limited = invocation.text("--older-than") != null || invocation.text("--keep") != null;
        if (invocation.flag("--all")) {
            if (limited) {
                throw Stopped.usage("--all leaves nothing to --older-than and --keep", "name one or the other");
            }
            return RunStore.Retention.NOTHING;
        }
        RunStore.Retention usual = RunStore.Retention.DEFAULT;
        return limited
                ? new RunStore.Retention(
                        invocation.number("--keep", Integer.MAX_VALUE, 0),
                        invocation.duration("--older-than", Durations.LONGEST))
                : usual;
    }
}
