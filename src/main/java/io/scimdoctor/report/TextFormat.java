package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.check.CheckText;
import io.scimdoctor.report.diagnosis.DiagnosisFormat;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisText;
import io.scimdoctor.report.format.Page;
import java.io.IOException;

/** For a person at a terminal. */
final class TextFormat implements CheckFormat, DiagnosisFormat {
    @Override
    public void write(CheckReport report, Page page) throws IOException {
        if (!page.quiet() || report.verdict().status() != Status.PASS) {
            new CheckText(page.target(), page.style(), page.verbose()).write(report);
        }
    }

    @Override
    public DiagnosisOutput open(Page page) {
        return new DiagnosisText(page);
    }
}
