package io.scimdoctor.cli.captured;

import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Tells all outputs the same, and enters the ids of calls before one shows them: under the strict policy they are the only
 * ones that stay.
 */
record KeptIds(List<DiagnosisOutput> outputs, Outgoing outgoing) implements DiagnosisOutput {
    /** The names under which a proof shows ids of the call. */
    private static final Set<String> CALL_IDS = Set.of("request id", "client request id", "trace id", "correlation id");

    @Override
    public long mostListed() {
        long most = 0;
        for (DiagnosisOutput output : outputs) {
            most = Math.max(most, output.mostListed());
        }
        return most;
    }

    @Override
    public void sumUp() {
        for (DiagnosisOutput output : outputs) {
            output.sumUp();
        }
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        outgoing.keepIds(diagnosis.seen().exchange());
        for (DiagnosisOutput output : outputs) {
            if (output.mostListed() > 0) {
                output.diagnosis(source, exchange, diagnosis);
            }
        }
    }

    @Override
    public void unreadable(Unreadable unreadable) throws IOException {
        for (DiagnosisOutput output : outputs) {
            output.unreadable(unreadable);
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        for (Group group : tally.groups().list()) {
            for (String id : group.sampleRequestIds()) {
                outgoing.keepId(id);
            }
            for (Evidence item : group.first().evidence()) {
                if (CALL_IDS.contains(item.name())) {
                    outgoing.keepId(item.value().handedOn());
                }
            }
        }
        for (DiagnosisOutput output : outputs) {
            output.finish(tally);
        }
    }
}
