package io.scimdoctor.report;

/** One JSON object a line. */
final class LinesFormat implements DiagnosisFormat {
    @Override
    public DiagnosisOutput open(Page page) {
        return new DiagnosisLines(page.target(), page.summary(), page.top());
    }
}
