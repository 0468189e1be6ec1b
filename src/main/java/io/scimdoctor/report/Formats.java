package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.report.check.CheckBlocks;
import io.scimdoctor.report.check.CheckJson;
import io.scimdoctor.report.diagnosis.AnswerPages;
import io.scimdoctor.report.diagnosis.DiagnosisJson;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisShort;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.util.List;

/** Every output format by its name. Only the chosen one is loaded. */
public final class Formats {
    /** For `check`, in the order of the help. */
    public static final List<String> CHECK =
            List.of("text", "short", "json", "html", "junit", "markdown", "nagios", "prometheus");

    /** For `classify`, in the order of the help. */
    public static final List<String> DIAGNOSIS =
            List.of("text", "short", "json", "ndjson", "html", "junit", "markdown", "nagios", "prometheus");

    private Formats() {}

    /**
     * @param kept whether other commands find the run later
     * @throws IllegalArgumentException when `check` has no such format
     */
    public static void check(CheckReport report, boolean kept, Page page) throws IOException {
        boolean simulated = report.settings().simulated();
        switch (page.format()) {
            case "text", "html", "markdown" -> new CheckBlocks(report, kept).write(page);
            case "short" -> page.target().write(ShortFormat.line(report.verdict(), simulated));
            case "json" -> CheckJson.write(report, page.target(), page.policy());
            case "junit" -> JunitFormat.write(report, page);
            case "nagios" -> NagiosFormat.write(report, page);
            case "prometheus" -> PrometheusFormat.write(report, page);
            default -> throw new IllegalArgumentException("no format " + page.format() + " for a check");
        }
    }

    /**
     * Begins the output of `classify`; what it returns is told every diagnosis and the end.
     *
     * @throws IllegalArgumentException when `classify` has no such format
     */
    public static DiagnosisOutput diagnosis(Page page) throws IOException {
        return switch (page.format()) {
            case "text", "html", "markdown" -> new AnswerPages(page);
            case "short" -> new DiagnosisShort(page);
            case "json" -> new DiagnosisJson(page, false);
            case "ndjson" -> new DiagnosisJson(page, true);
            case "junit" -> tally -> JunitFormat.write(tally, page);
            case "nagios" -> tally -> NagiosFormat.write(tally, page);
            case "prometheus" -> tally -> PrometheusFormat.write(tally, page);
            default -> throw new IllegalArgumentException("no format " + page.format() + " for diagnoses");
        };
    }
}
