package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.diagnosis.DiagnosisFormat;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisShort;
import io.scimdoctor.report.format.Page;
import java.io.IOException;

/** One line for the whole of a check, or for each diagnosis. */
public final class ShortFormat implements CheckFormat, DiagnosisFormat {
    @Override
    public void write(CheckReport report, Page page) throws IOException {
        page.target().write((report.settings().simulated() ? "SIMULATED " : "") + line(report.verdict()));
    }

    @Override
    public DiagnosisOutput open(Page page) {
        return new DiagnosisShort(page.target(), page.style());
    }

    /** A whole result in one line. */
    public static String line(Verdict verdict) {
        String id = verdict.id() == null ? "healthy" : verdict.id();
        String owner = verdict.owner() == null ? "" : " (" + verdict.owner().slug() + ")";
        return verdict.status().slug() + " " + id + ": " + verdict.title() + owner + "\n";
    }
}
