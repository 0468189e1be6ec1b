package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SecretFound;
import io.scimdoctor.run.Machine;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunRecorder;
import io.scimdoctor.run.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records what a command did, unless the user does not want it or there is no home to keep it in.
 *
 * @param store where runs are kept, if they are
 * @param flags what the command line says beside the settings
 */
record Recording(Reporter reporter, Optional<RunStore> store, Settings settings, Map<String, String> flags) {
    static Recording of(Invocation invocation, Settings settings) {
        Optional<RunStore> store =
                invocation.flag("--no-record") ? Optional.empty() : State.runs(invocation.environment());
        return new Recording(invocation.reporter(), store, settings, invocation.flags());
    }

    /** The run as it may be shown and kept. */
    Run of(RunHead.Kind kind, CheckReport report) {
        Outgoing outgoing = reporter.environment().outgoing();
        report.requests().forEach(call -> outgoing.keepIds(call.exchange()));
        outgoing.keepId(report.runId());
        return recorder().record(kind, report, shown());
    }

    /** Makes what may be kept, with the pseudonyms of this user. */
    RunRecorder recorder() {
        Pseudonyms pseudonyms = store.map(RunStore::pseudonyms).orElseGet(PseudonymTable::new);
        return new RunRecorder(reporter.environment().redaction(pseudonyms), Machine.here());
    }

    /**
     * Keeps the run. Trouble with the folder is said in one line and changes nothing else.
     *
     * @return the code that the command has reached, or the one for no verdict when the run holds a secret
     */
    ExitCode store(Run run, ExitCode reached) {
        if (store.isEmpty()) {
            return reached;
        }
        Environment environment = reporter.environment();
        try {
            store.get().store(run, RunStore.Retention.DEFAULT);
            // The screen of a check names its run itself.
            if (environment.terminals().err() && run.head().kind() != RunHead.Kind.CHECK) {
                reporter.note("recorded as run " + run.head().shortId());
            }
        } catch (IOException e) {
            reporter.warn("the run is not recorded: its folder cannot be written; --no-record keeps it from trying");
        } catch (SecretFound e) {
            reporter.warn(String.valueOf(e.getMessage()));
            return ExitCode.NO_VERDICT;
        }
        return reached;
    }

    /** The settings that have several sources, and then what the command line said beside them. */
    private List<Run.RunSetting> shown() {
        List<Run.RunSetting> shown = new ArrayList<>();
        Map<String, String> others = new LinkedHashMap<>(flags);
        for (Map.Entry<Key, Setting> entry : settings.effective().entrySet()) {
            Key key = entry.getKey();
            String value = key.isSecret() ? null : value(entry.getValue().value());
            shown.add(new Run.RunSetting(key.slug(), value, entry.getValue().source()));
            others.remove(key.flag());
        }
        others.forEach((flag, said) -> shown.add(new Run.RunSetting(flag.substring(2), value(said), flag)));
        return shown;
    }

    private static String value(String value) {
        if (value.contains("://")) {
            return Redactor.url(value);
        }
        // A path is full of names that somebody chose.
        boolean path = value.indexOf('/') >= 0 || value.indexOf('\\') >= 0;
        // What has blanks is a filter, and may name somebody.
        boolean filter = value.indexOf(' ') >= 0;
        return path ? Redactor.harmlessParts(value) : filter ? Redactor.text(value) : Redactor.typed(value);
    }
}
