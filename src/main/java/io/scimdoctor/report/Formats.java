package io.scimdoctor.report;

import io.scimdoctor.report.diagnosis.DiagnosisFormat;
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

    /** @throws IllegalArgumentException when `check` has no such format */
    public static CheckFormat check(String name) {
        if (CHECK.contains(name) && create(name) instanceof CheckFormat format) {
            return format;
        }
        throw new IllegalArgumentException("no format " + name + " for a check");
    }

    /** @throws IllegalArgumentException when `classify` has no such format */
    public static DiagnosisFormat diagnosis(String name) {
        if (DIAGNOSIS.contains(name) && create(name) instanceof DiagnosisFormat format) {
            return format;
        }
        throw new IllegalArgumentException("no format " + name + " for diagnoses");
    }

    private static Format create(String name) {
        return switch (name) {
            case "text" -> new TextFormat();
            case "short" -> new ShortFormat();
            case "json" -> new JsonFormat();
            case "ndjson" -> new LinesFormat();
            case "html" -> new HtmlFormat();
            case "junit" -> new JunitFormat();
            case "markdown" -> new MarkdownFormat();
            case "nagios" -> new NagiosFormat();
            case "prometheus" -> new PrometheusFormat();
            default -> throw new IllegalArgumentException("no format " + name);
        };
    }
}
