package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.report.check.CheckJson;
import io.scimdoctor.report.diagnosis.DiagnosisFormat;
import io.scimdoctor.report.diagnosis.DiagnosisJson;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.format.Page;
import java.io.IOException;

/** One JSON document. */
final class JsonFormat implements CheckFormat, DiagnosisFormat {
    @Override
    public void write(CheckReport report, Page page) throws IOException {
        CheckJson.write(report, page.target(), page.policy());
    }

    @Override
    public DiagnosisOutput open(Page page) throws IOException {
        return new DiagnosisJson(page.target(), page.summary(), page.top());
    }
}
