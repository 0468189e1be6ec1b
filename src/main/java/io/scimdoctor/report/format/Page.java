package io.scimdoctor.report.format;

import java.io.Writer;
import java.time.Instant;

/**
 * Where a report is written, and what its writer has to know beside the report.
 *
 * @param format the name of the format
 * @param target standard output or a file, which somebody else closes
 * @param style plain for a file, else as the terminal wants it
 * @param quiet whether the reader wants nothing where nothing is wrong
 * @param verbose whether the reader wants more than usual
 * @param policy the name of the redaction's policy
 * @param summary whether the single answers are left out
 * @param top how many kinds of failure are reported
 * @param now the time of the run, for formats that bear one
 */
public record Page(
        String format,
        Writer target,
        Style style,
        boolean quiet,
        boolean verbose,
        String policy,
        boolean summary,
        int top,
        Instant now) {
    /** Whether nothing is written, because all is well and only trouble is asked for. */
    public boolean isSilent(boolean well) {
        return quiet && well && (format.equals("text") || format.equals("short"));
    }
}
