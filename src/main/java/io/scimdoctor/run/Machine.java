package io.scimdoctor.run;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.http.TransportSettings;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Version;
import java.util.List;

/**
 * What a run records of the program and the machine it ran on.
 *
 * @param tool the version of scimdoctor
 * @param catalogue the date of its catalogue
 * @param environment Java, operating system and the like, as they were
 */
public record Machine(String tool, String catalogue, List<Evidence> environment) {
    /** The one that this program runs on. */
    public static Machine here() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
        return new Machine(
                Version.text(),
                Catalog.DATE,
                List.of(
                        new Evidence("client", TransportSettings.userAgent(Version.text())),
                        new Evidence("java", Runtime.version().toString().replaceFirst("\\+.*", "")),
                        new Evidence("operating system", Redactor.typed(system))));
    }
}
