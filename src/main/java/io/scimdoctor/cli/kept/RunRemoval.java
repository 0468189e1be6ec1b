package io.scimdoctor.cli.kept;

import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.run.report.RunListReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which runs go, asks, and removes them.
 *
 * @param dry whether it only says so
 */
record RunRemoval(RunStore runs, Reporter reporter, Consent consent, boolean dry) {
    static RunRemoval of(Invocation invocation) {
        return new RunRemoval(
                State.recorded(invocation.environment()),
                invocation.reporter(),
                Consent.of(invocation),
                invocation.flag("--dry-run"));
    }

    /** @param retention what a purge was asked to keep, so that it tidies up too; null for single runs */
    ExitCode remove(List<RunStore.Entry> entries, RunStore.@Nullable Retention retention) throws IOException {
        if (!dry && !entries.isEmpty() && !agreed(entries)) {
            reporter.environment().err().write("Nothing was deleted.\n");
            return ExitCode.HEALTHY;
        }
        if (!dry) {
            delete(entries, retention);
        }
        return Outputs.write(
                reporter,
                target -> RunListReport.removal(entries, dry, target),
                () -> entries.stream().map(entry -> entry.id() + "\n").collect(Collectors.joining()),
                output -> text(entries, output));
    }

    private boolean agreed(List<RunStore.Entry> entries) throws IOException {
        if (!consent.given() && consent.possible()) {
            Style style = reporter.style(true);
            new BlockText(reporter.environment().err(), style)
                    .write(list(entries).page(style, false));
        }
        return consent.to("this deletes " + count(entries) + " for good");
    }

    private RunListReport list(List<RunStore.Entry> entries) {
        return new RunListReport(runs.folder(), entries, entries.size());
    }

    private void delete(List<RunStore.Entry> entries, RunStore.@Nullable Retention retention) {
        try {
            for (RunStore.Entry entry : entries) {
                Files.deleteIfExists(entry.file());
            }
            if (retention != null) {
                runs.purge(retention);
            }
        } catch (IOException e) {
            throw Stopped.noVerdict("a recorded run cannot be deleted", "check the permissions of its folder");
        }
    }

    private void text(List<RunStore.Entry> entries, Page output) throws IOException {
        if (dry && !entries.isEmpty()) {
            list(entries).write(output);
        }
        output.target().write((dry ? "Would delete " : "Deleted ") + count(entries) + ".\n");
    }

    private static String count(List<RunStore.Entry> entries) {
        return entries.isEmpty() ? "no run" : entries.size() == 1 ? "one run" : entries.size() + " runs";
    }
}
