package io.scimdoctor.report;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.report.check.CheckHtml;
import io.scimdoctor.report.diagnosis.DiagnosisFormat;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisSummary;
import io.scimdoctor.report.diagnosis.DiagnosisTally;
import io.scimdoctor.report.diagnosis.GroupHtml;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One web page to be read, printed or attached; it needs neither a script nor the network. */
final class HtmlFormat implements CheckFormat, DiagnosisFormat {
    @Override
    public void write(CheckReport report, Page page) throws IOException {
        page.target().write(CheckHtml.of(report));
        page.target().flush();
    }

    @Override
    public DiagnosisOutput open(Page page) {
        return new Sums(page, new ArrayList<>());
    }

    private record Sums(Page page, List<Unreadable> unreadable) implements DiagnosisSummary {
        @Override
        public void unreadable(Unreadable piece) {
            if (unreadable.size() < GroupHtml.MOST_UNREADABLE) {
                unreadable.add(piece);
            }
        }

        @Override
        public void finish(DiagnosisTally tally) throws IOException {
            page.target().write(GroupHtml.of(tally, unreadable, page));
            page.target().flush();
        }
    }
}
