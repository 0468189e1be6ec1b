package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Machine;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SecretFound;
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

/** Records what a command did, unless the user does not want it or there is no home to keep it in. */
public final class Recording {
    private final Invocation invocation;
    private final Optional<RunStore> store;

    Recording(Invocation invocation) {
        this.invocation = invocation;
        store = invocation.flag("--no-record")
                ? Optional.empty()
                : State.runs(invocation.environment(), invocation.outgoing());
    }

    /** Whether runs are kept. */
    boolean keeps() {
        return store.isPresent();
    }

    /** The run as it may be shown and kept. */
    Run of(RunHead.Kind kind, CheckReport report) {
        for (RecordedCall call : report.requests()) {
            invocation.outgoing().keepIds(call.exchange());
        }
        invocation.outgoing().keepId(report.runId());
        return recorder().record(kind, report, settings());
    }

    /** Makes what may be kept, with the pseudonyms of this user. */
    public RunRecorder recorder() {
        Pseudonyms pseudonyms = store.map(RunStore::pseudonyms).orElseGet(PseudonymTable::new);
        return recorder(invocation, pseudonyms);
    }

    /**
     * Keeps the run. Trouble with the folder is said in one line and changes nothing else.
     *
     * @return the code that the command has reached, or the one for no verdict when the run holds a secret
     */
    ExitCode store(Run run, ExitCode reached) throws IOException {
        if (store.isEmpty()) {
            return reached;
        }
        try {
            store.get().store(run, RunStore.Retention.DEFAULT, invocation.outgoing()::pass);
            if (invocation.environment().terminals().err() && !invocation.flag("--quiet")) {
                note("recorded as run " + run.head().shortId());
            }
        } catch (IOException e) {
            note("the run is not recorded: its folder cannot be written; --no-record keeps it from trying");
        } catch (SecretFound e) {
            note(String.valueOf(e.getMessage()));
            return ExitCode.NO_VERDICT;
        }
        return reached;
    }

    private void note(String text) throws IOException {
        invocation.environment().err().write("scimdoctor: " + text + ".\n");
    }

    public static RunRecorder recorder(Invocation invocation, Pseudonyms pseudonyms) {
        Redaction redaction = new Redaction(pseudonyms, invocation.secrets()::addFound);
        return new RunRecorder(redaction, Machine.program());
    }

    /** The settings that have several sources, and then what the command line said beside them. */
    private List<Run.RunSetting> settings() {
        Settings settings = invocation.settings();
        List<Run.RunSetting> shown = new ArrayList<>();
        Map<String, String> flags = new LinkedHashMap<>(invocation.flags());
        for (Map.Entry<Key, Setting> entry : settings.effective().entrySet()) {
            Key key = entry.getKey();
            String value = key.isSecret() ? null : value(entry.getValue().value());
            shown.add(new Run.RunSetting(key.slug(), value, entry.getValue().source()));
            flags.remove(key.flag());
        }
        for (Map.Entry<String, String> flag : flags.entrySet()) {
            shown.add(new Run.RunSetting(flag.getKey().substring(2), value(flag.getValue()), flag.getKey()));
        }
        return shown;
    }

    private static String value(String value) {
        return value.contains("://") ? Redactor.url(value) : Redactor.typed(value);
    }
}
