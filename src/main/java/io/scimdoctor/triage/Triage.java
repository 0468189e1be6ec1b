package io.scimdoctor.triage;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisTally;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Diagnoses each exchange as it is read, hands it to the output, and goes over to sums when the output wants no more. */
public final class Triage implements CaptureSink {
    private final Diagnoser diagnoser;
    private final DiagnosisContext context;
    private final TriageFilter wanted;
    private final DiagnosisOutput output;
    private final DiagnosisTally tally;
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
    public void exchange(Captured captured) {
        if (sums != null) {
            sums.exchange(captured);
            return;
        }
        Diagnosis diagnosis = diagnoser.diagnose(captured.exchange(), context);
        ExchangeFacts facts = ExchangeFacts.of(diagnosis.seen());
        Finding finding = diagnosis.finding();
        if (!wanted.isTime(facts.at())) {
            tally.addLeftOut();
            return;
        }
        if (!wanted.only().isEmpty() && (finding == null || !wanted.isFinding(finding.id()))) {
            if (finding == null) {
                tally.addCall(facts.at());
            } else {
                tally.addBeside(facts.at());
            }
            return;
        }
        tally.add(facts, diagnosis, captured.caller());
        try {
            if (output.wantsEach()) {
                output.diagnosis(captured.source(), facts, diagnosis);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unreadable(Unreadable piece) {
        tally.addUnreadable(piece.failed());
        try {
            output.unreadable(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable SummingSink summing() {
        if (output.wantsEach()) {
            return null;
        }
        Sums known = sums;
        if (known == null) {
            known = new Sums(new Memory(diagnoser, context, wanted), output, tally);
            sums = known;
        }
        return known;
    }
}
