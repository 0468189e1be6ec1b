package io.scimdoctor.watch.keep;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.run.RunRecorder;
import io.scimdoctor.watch.CheckRounds;
import io.scimdoctor.watch.Watch;
import io.scimdoctor.watch.WatchPlan;
import io.scimdoctor.watch.report.WatchReport;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Samples;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what a watch needs to go on after its process was killed, and what a ticket needs of it. */
public final class WatchKeeper implements WatchListener, CheckRounds.Hooks {
    private final WatchState state;
    private final Outgoing outgoing;
    private final Function<CheckReport, Run> recording;
    private final RunRecorder recorder;
    private final Consumer<String> note;
    private final Samples samples = new Samples();
    private @Nullable CheckReport lastReport;
    private boolean warned;

    /**
     * @param recording makes the record of a round
     * @param note is told what a person should know while the watch goes on
     */
    public WatchKeeper(
            WatchState state,
            Outgoing outgoing,
            Function<CheckReport, Run> recording,
            RunRecorder recorder,
            Consumer<String> note) {
        this.state = state;
        this.outgoing = outgoing;
        this.recording = recording;
        this.recorder = recorder;
        this.note = note;
        samples.addAll(state.samples());
    }

    @Override
    public void secret(String secret) {
        outgoing.secrets().add(secret);
    }

    @Override
    public void sample(RecordedCall call, String finding, long round) {
        outgoing.keepIds(call.exchange());
        if (samples.wants(finding)) {
            boolean billable = call.isBillable() && !state.plan().round().isFree();
            samples.add(finding, recorder.call("round-" + round + "-" + call.id(), call, billable));
        }
    }

    @Override
    public void report(CheckReport report) {
        lastReport = report;
    }

    @Override
    public void round(Round round, Tally tally) {
        store(round.finishedAt());
    }

    /** A full disk is reported once and does not end the watch. */
    private void store(Instant now) {
        WatchFolder folder = state.folder();
        if (folder == null) {
            return;
        }
        try {
            state.save(folder);
            Run run = samples.takeChanged()
                    ? run(WatchReport.of(state.plan(), state.tally(), Watch.End.INTERRUPTED, now, null))
                    : null;
            if (run != null) {
                folder.write(WatchState.SAMPLES, RunJson.text(run));
            }
        } catch (IOException e) {
            if (!warned) {
                warned = true;
                note.accept("the state of the watch cannot be written; it goes on, but could not be resumed");
            }
        }
    }

    /** What a round that was cut short has cost belongs to it, too. */
    public void finish(Instant now) {
        if (state.tally().rounds() > 0) {
            store(now);
        }
    }

    /** The record of the watch, or null when there was no round. */
    public @Nullable Run run(WatchReport report) {
        CheckReport last = lastReport;
        if (last == null) {
            return null;
        }
        // Any one round has the settings, the target and the token.
        Run round = recording.apply(last);
        RunHead head = round.head();
        WatchPlan plan = report.plan();
        Tally tally = report.tally();
        return new Run(
                new RunHead(
                        plan.id(),
                        RunHead.Kind.WATCH,
                        plan.startedAt(),
                        report.finishedAt(),
                        report.isComplete(),
                        head.simulated(),
                        head.machine()),
                round.target(),
                report.verdict(),
                round.settings(),
                round.token(),
                List.of(),
                report.findings(),
                report.groups(),
                new Run.RunTotals(tally.rate().total(), tally.rate().count(), 0),
                samples.list(),
                round.masked());
    }
}
