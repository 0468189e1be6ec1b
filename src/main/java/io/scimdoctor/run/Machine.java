package io.scimdoctor.run;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.http.TransportSettings;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Version;
import java.util.List;

/** What a run records of the program and the machine it ran on. */
public final class Machine {
    private Machine() {}

    public static RunRecorder.Program program() {
        String system = property("os.name") + " " + property("os.version") + " " + property("os.arch");
        return new RunRecorder.Program(
                Version.text(),
                Catalog.DATE,
                List.of(
                        new Evidence("client", TransportSettings.userAgent(Version.text())),
                        new Evidence("java", Runtime.version().toString().replaceFirst("\\+.*", "")),
                        new Evidence("operating system", Redactor.typed(system))));
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
