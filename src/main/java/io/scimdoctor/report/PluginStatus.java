package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
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
        return report.complete() ? of(report.verdict(), report.settings().rules()) : UNKNOWN;
    }

    public static PluginStatus of(DiagnosisTally tally) {
        return of(tally.verdict(), tally.rules());
    }

    /** What counts as a failure is critical; a warning that does not count stays one, unless it is ignored. */
    private static PluginStatus of(Verdict verdict, FailureRules rules) {
        boolean ignored = verdict.id() != null && rules.ignored().contains(verdict.id());
        return switch (verdict.exitCode()) {
            case HEALTHY -> verdict.status() == Status.WARN && !ignored ? WARNING : OK;
            case PROBLEM -> CRITICAL;
            case USAGE, NO_VERDICT, BUG, INTERRUPTED, TERMINATED, PLUGIN_WARNING, PLUGIN_CRITICAL -> UNKNOWN;
        };
    }
}
