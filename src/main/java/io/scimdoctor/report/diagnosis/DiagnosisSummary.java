package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import java.io.IOException;

/** A format that waits for the end and writes the sums, because there may be millions of diagnoses. */
public interface DiagnosisSummary extends DiagnosisOutput {
    @Override
    default long mostListed() {
        return 0;
    }

    @Override
    default void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {}
}
