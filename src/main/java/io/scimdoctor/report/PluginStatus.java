package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;

/** A result as a monitoring plugin reports it (Monitoring Plugins Development Guidelines, "Plugin Return Codes"). */
public enum PluginStatus {
    OK(ExitCode.HEALTHY),
    WARNING(ExitCode.PLUGIN_WARNING),
    CRITICAL(ExitCode.PLUGIN_CRITICAL),
    UNKNOWN(ExitCode.NO_VERDICT);

    private final ExitCode exitCode;

    PluginStatus(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public static PluginStatus of(CheckReport report) {
        String id = report.verdict().id();
        boolean ignored = id != null && report.settings().rules().ignored().contains(id);
        return report.complete() ? of(report.verdict(), ignored) : UNKNOWN;
    }

    public static PluginStatus of(DiagnosisTally tally) {
        return of(tally.verdict(), tally.isIgnored(tally.verdict().id()));
    }

    /** What counts as a failure is critical; a warning that does not count stays one, unless it is ignored. */
    private static PluginStatus of(Verdict verdict, boolean ignored) {
        return switch (verdict.exitCode()) {
            case HEALTHY -> verdict.status() == Status.WARN && !ignored ? WARNING : OK;
            case PROBLEM -> CRITICAL;
            case USAGE, NO_VERDICT, BUG, INTERRUPTED, TERMINATED, PLUGIN_WARNING, PLUGIN_CRITICAL -> UNKNOWN;
        };
    }
}
