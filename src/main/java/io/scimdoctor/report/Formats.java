package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.report.block.BlockHtml;
import io.scimdoctor.report.block.BlockMarkdown;
import io.scimdoctor.report.check.CheckBlocks;
import io.scimdoctor.report.check.CheckJson;
import io.scimdoctor.report.check.CheckText;
import io.scimdoctor.report.diagnosis.DiagnosisJson;
import io.scimdoctor.report.diagnosis.DiagnosisLines;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisShort;
import io.scimdoctor.report.diagnosis.DiagnosisText;
import io.scimdoctor.report.diagnosis.TriagePage;
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

    /** A format for the report of a check. */
    @FunctionalInterface
    public interface CheckFormat {
        void write(CheckReport report, Page page) throws IOException;
    }

    /** A format for the diagnoses of captured answers. */
    @FunctionalInterface
    public interface DiagnosisFormat {
        /** Begins the output; what it returns is told every diagnosis and the end. */
        DiagnosisOutput open(Page page) throws IOException;
    }

    /** @throws IllegalArgumentException when `check` has no such format */
    public static CheckFormat check(String name) {
        return switch (name) {
            case "text" -> (report, page) -> new CheckText(page.target(), page.style(), page.verbose()).write(report);
            case "short" ->
                (report, page) -> page.target()
                        .write((report.settings().simulated() ? "SIMULATED " : "")
                                + ShortFormat.line(report.verdict()));
            case "json" -> (report, page) -> CheckJson.write(report, page.target(), page.policy());
            case "html" -> (report, page) -> print(page, BlockHtml.of(CheckBlocks.of(report, Audience.HANDED_ON)));
            case "junit" -> JunitFormat::write;
            case "markdown" ->
                (report, page) -> print(page, BlockMarkdown.of(CheckBlocks.of(report, Audience.HANDED_ON), 2));
            case "nagios" -> NagiosFormat::write;
            case "prometheus" -> PrometheusFormat::write;
            default -> throw new IllegalArgumentException("no format " + name + " for a check");
        };
    }

    /** @throws IllegalArgumentException when `classify` has no such format */
    public static DiagnosisFormat diagnosis(String name) {
        return switch (name) {
            case "text" -> DiagnosisText::new;
            case "short" -> DiagnosisShort::new;
            case "json" -> DiagnosisJson::new;
            case "ndjson" -> DiagnosisLines::new;
            case "html" -> page -> new TriagePage(page, true);
            case "junit" -> page -> tally -> JunitFormat.write(tally, page);
            case "markdown" -> page -> new TriagePage(page, false);
            case "nagios" -> page -> tally -> NagiosFormat.write(tally, page);
            case "prometheus" -> page -> tally -> PrometheusFormat.write(tally, page);
            default -> throw new IllegalArgumentException("no format " + name + " for diagnoses");
        };
    }

    private static void print(Page page, String text) throws IOException {
        page.target().write(text);
        page.target().flush();
    }
}
