package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import java.io.IOException;

/** A format for diagnoses. They are written as they come, because there may be millions. */
public interface DiagnosisOutput {
    /** Whether single exchanges are wanted; from the first time that it is false, only the sums are. */
    default boolean wantsEach() {
        return true;
    }

    /** One exchange was diagnosed. */
    void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException;

    /** One piece of the input could not be read. */
    void unreadable(Unreadable unreadable) throws IOException;

    /** The input has ended; called once. */
    void finish(DiagnosisTally tally) throws IOException;
}
