package io.scimdoctor.report;

import io.scimdoctor.report.diagnosis.DiagnosisFormat;
import io.scimdoctor.report.diagnosis.DiagnosisLines;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.format.Page;

/** One JSON object a line. */
final class LinesFormat implements DiagnosisFormat {
    @Override
    public DiagnosisOutput open(Page page) {
        return new DiagnosisLines(page.target(), page.summary(), page.top());
    }
}
