package io.scimdoctor.ticket;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.Documents;
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
    public BundleReport {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * One thing that is wrong.
     *
     * @param entry its name, masked, or null for the file as a whole
     */
    public record Problem(@Nullable String entry, String text) {}

    static BundleReport refused(String why) {
        return new BundleReport(why, 0, List.of(), List.of());
    }

    /** For a person, within 80 columns. */
    public void writeText(Writer target, String file) throws IOException {
        target.write(TicketText.wrap(
                "",
                "",
                file + ": " + entries + " entries checked, " + problems.size()
                        + (problems.size() == 1 ? " problem." : " problems.")));
        for (Problem problem : problems) {
            String where = problem.entry() == null ? "" : problem.entry() + ": ";
            target.write(TicketText.wrap("- ", "  ", where + problem.text()));
        }
        for (String note : notes) {
            target.write(TicketText.wrap("Note: ", "  ", note));
        }
        if (problems.isEmpty()) {
            target.write(TicketText.wrap(
                    "",
                    "",
                    "The entries are those of the manifest, nothing in them is shaped like"
                            + " a secret, and the redaction finds nothing more to mask. A manifest is no signature: it shows"
                            + " damage and careless changes, not who made the bundle."));
        }
        target.write("Exit code " + code().number() + ", " + code().meaning() + ".\n");
    }

    /** For a program, as a document of kind {@code BundleReport}. */
    public void writeJson(Writer target, String toolVersion) throws IOException {
        JsonWriter json = Documents.open(target, "BundleReport", toolVersion);
        json.field("entries", entries).array("problems");
        for (Problem problem : problems) {
            json.object()
                    .field("entry", problem.entry())
                    .field("text", problem.text())
                    .endObject();
        }
        json.endArray().strings("notes", notes).field("exitCode", code().number());
        Documents.close(json, target);
    }

    private ExitCode code() {
        return problems.isEmpty() ? ExitCode.HEALTHY : ExitCode.PROBLEM;
    }
}
