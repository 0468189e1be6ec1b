package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
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
