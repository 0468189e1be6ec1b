package io.scimdoctor.finding;

/** How bad a finding is; the first is the worst. */
public enum Severity {
    FAIL,
    WARN,
    INFO
}
