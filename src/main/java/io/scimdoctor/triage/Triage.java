package io.scimdoctor.triage;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.SummingSink;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Diagnoses exchanges and hands them to the output, and goes over to sums when there are more than the output lists. */
public final class Triage implements CaptureSink {
    /** So many exchanges at most are held in memory: each may be large. */
    private static final int MOST_HELD = 1_000;

    private final Diagnoser diagnoser;
    private final DiagnosisContext context;
    private final TriageFilter wanted;
    private final DiagnosisOutput output;
    private final DiagnosisTally tally;
    /** What an output lists when there is no more; until then it is not worth a diagnosis of its own. */
    private final List<Captured> held = new ArrayList<>();

    private long told;
    private @Nullable Sums sums;

    public Triage(
            Diagnoser diagnoser,
            DiagnosisContext context,
            TriageFilter wanted,
            DiagnosisOutput output,
            DiagnosisTally tally) {
        this.diagnoser = diagnoser;
        this.context = context;
        this.wanted = wanted;
        this.output = output;
        this.tally = tally;
    }

    @Override
    public void exchange(Captured captured) throws IOException {
        if (sums != null) {
            sums.exchange(captured);
        } else if (wanted.isAll() && output.mostListed() <= MOST_HELD) {
            held.add(captured);
            // Goes over to the sums once there are too many, also for a reader that does not ask.
            summing(false);
        } else {
            tell(captured);
        }
    }

    private void tell(Captured captured) throws IOException {
        Diagnosis diagnosis = diagnoser.diagnose(captured.exchange(), context);
        ExchangeFacts facts = diagnosis.facts();
        Finding finding = diagnosis.finding();
        if (!wanted.isTime(facts.at())) {
            tally.addLeftOut();
        } else if (wanted.isFinding(finding == null ? null : finding.id())) {
            tally.add(facts, diagnosis, captured.caller());
            told++;
            output.diagnosis(captured.source(), facts, diagnosis);
        } else if (finding == null) {
            tally.addCall(facts.at());
        } else {
            tally.addBeside(facts.at());
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        tally.addUnreadable(piece);
        output.unreadable(piece);
    }

    @Override
    public @Nullable SummingSink summing(boolean ahead) {
        long most = output.mostListed();
        boolean many = most == 0 || told + held.size() > most;
        boolean onTrial = ahead && wanted.isAll() && most <= MOST_HELD;
        if (sums != null || !(many || onTrial)) {
            return sums;
        }
        Sums begun = new Sums(this, new Memory(diagnoser, context, wanted), tally, held);
        if (many) {
            accept(begun);
        }
        return begun;
    }

    DiagnosisOutput output() {
        return output;
    }

    private void accept(Sums accepted) {
        output.sumUp();
        sums = accepted;
    }

    /** Whether sums on trial hold more than is listed, and so go on. */
    boolean isWanted(Sums trial, long exchanges) {
        if (sums == null && exchanges > output.mostListed()) {
            accept(trial);
        }
        return sums == trial;
    }

    /** The input has ended; called once. */
    public void finish() throws IOException {
        summing(false);
        if (sums == null) {
            for (Captured captured : held) {
                tell(captured);
            }
        } else {
            sums.settle();
        }
        output.finish(tally);
    }
}
