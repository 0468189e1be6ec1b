package io.scimdoctor.finding;

/** From which severity on a finding makes the exit code 1. */
public enum FailOn {
    FAIL,
    WARN,
    NEVER;

    /** Whether a finding of that severity counts as a problem. */
    public boolean counts(Severity severity) {
        return switch (this) {
            case FAIL -> severity == Severity.FAIL;
            case WARN -> severity != Severity.INFO;
            case NEVER -> false;
        };
    }
}
