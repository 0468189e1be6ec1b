package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import java.io.IOException;

/**
 * A format for diagnoses. What lists them writes them as they come, because there may be millions; the others wait for the
 * sums.
 */
@FunctionalInterface
public interface DiagnosisOutput {
    /** Any number of exchanges. */
    long ALL = Long.MAX_VALUE;

    /** How many exchanges it lists at most; of more than that only the sums are wanted. */
    default long mostListed() {
        return 0;
    }

    /** Called when there are more exchanges than that: no further one comes, and those that came are to be dropped. */
    default void sumUp() {}

    /** One exchange was diagnosed. */
    default void diagnosis(Source source, ExchangeFacts exchange, Diagnosis diagnosis) throws IOException {
        // Only the sums count.
    }

    /** One piece of the input could not be read; the tally has it, too. */
    default void unreadable(Unreadable unreadable) throws IOException {
        // Most formats list such pieces at the end.
    }

    /** The input has ended; called once. */
    void finish(DiagnosisTally tally) throws IOException;
}
