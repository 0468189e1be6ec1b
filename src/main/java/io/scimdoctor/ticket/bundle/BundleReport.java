package io.scimdoctor.ticket.bundle;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a bundle found.
 *
 * @param refused why it is no bundle at all, or null
 * @param entries how many entries were checked
 * @param problems what is wrong with it
 * @param notes what could not be checked
 */
public record BundleReport(@Nullable String refused, int entries, List<Problem> problems, List<String> notes) {

    /**
     * One thing that is wrong.
     *
     * @param entry its name, masked, or null for the file as a whole
     */
    public record Problem(@Nullable String entry, String text) {}

    static BundleReport refused(String why) {
        return new BundleReport(why, 0, List.of(), List.of());
    }

    /** For a person, as wide as the other reports. */
    public void writeText(TextPage page, String file) throws IOException {
        page.wrapped(
                "", file + ": " + entries + " entries checked, " + Amounts.count(problems.size(), "problem") + ".");
        for (Problem problem : problems) {
            String where = problem.entry() == null ? "" : problem.entry() + ": ";
            page.wrapped("- ", where + problem.text());
        }
        for (String note : notes) {
            page.wrapped("Note: ", "  ", note);
        }
        if (problems.isEmpty()) {
            page.wrapped(
                    "",
                    "The entries are those of the manifest, nothing in them is shaped like"
                            + " a secret, and the redaction finds nothing more to mask. A manifest is no signature: it shows"
                            + " damage and careless changes, not who made the bundle.");
        }
        page.line("Exit code " + code().words(Status.PASS) + ".");
    }

    /** For a program, as a document of kind {@code BundleReport}. */
    public void writeJson(Writer target) throws IOException {
        Documents.write(
                target,
                "BundleReport",
                json -> json.field("entries", entries)
                        .put("problems", problems)
                        .strings("notes", notes)
                        .field("exitCode", code().number()));
    }

    private ExitCode code() {
        return problems.isEmpty() ? ExitCode.HEALTHY : ExitCode.PROBLEM;
    }
}
