package io.scimdoctor.report.format;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Severity;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as annotations of a GitHub Actions run. Source: GitHub Docs, "Workflow commands for GitHub Actions"; a step shows
 * ten annotations of each kind.
 */
public final class Annotations {
    private static final int MOST = 10;

    private Annotations() {}

    /** @param stamp what every message begins with, such as that the service was simulated; may be empty */
    public static void write(List<Finding> findings, String stamp, Appendable out) throws IOException {
        Map<Severity, Integer> shown = new EnumMap<>(Severity.class);
        for (Finding finding : findings) {
            if (shown.merge(finding.severity(), 1, Integer::sum) <= MOST) {
                String title = "title=" + property("scimdoctor: " + finding.id());
                out.append(command(finding.severity(), title, stamp + text(finding)) + "\n");
            }
        }
    }

    /** A run that ended without a result. */
    public static void error(String text, Appendable out) throws IOException {
        out.append(command(Severity.FAIL, "title=scimdoctor", text) + "\n");
    }

    /** One annotation, with properties such as a title and a place. */
    public static String command(Severity severity, String properties, String text) {
        String name = switch (severity) {
            case FAIL -> "error";
            case WARN -> "warning";
            case INFO -> "notice";
        };
        return "::" + name + " " + properties + "::" + message(text);
    }

    private static String text(Finding finding) {
        String step = finding.remedy().isEmpty()
                ? ""
                : "\nFirst step: " + finding.steps(Audience.HANDED_ON).get(0);
        return finding.title() + ". Who fixes it: " + finding.owner().person() + "." + step;
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    public static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
