package io.scimdoctor.report.diagnosis;

import io.scimdoctor.report.Format;
import io.scimdoctor.report.format.Page;
import java.io.IOException;

/** A format for the diagnoses of captured answers. */
public interface DiagnosisFormat extends Format {
    /** Begins the output; what it returns is told every diagnosis and the end. */
    DiagnosisOutput open(Page page) throws IOException;
}
