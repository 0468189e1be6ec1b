package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import java.io.IOException;
import java.util.List;

/** Tells several outputs the same. */
public record DiagnosisTee(List<DiagnosisOutput> outputs) implements DiagnosisOutput {
    public DiagnosisTee {
        outputs = List.copyOf(outputs);
    }

    @Override
    public boolean wantsEach() {
        return outputs.stream().anyMatch(DiagnosisOutput::wantsEach);
    }

    @Override
    public void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        for (DiagnosisOutput output : outputs) {
            if (output.wantsEach()) {
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
        for (DiagnosisOutput output : outputs) {
            output.finish(tally);
        }
    }
}
