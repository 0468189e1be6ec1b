package io.scimdoctor.report;

import io.scimdoctor.finding.Verdict;

/** A whole result in one line. */
public final class ShortFormat {
    private ShortFormat() {}

    public static String line(Verdict verdict, boolean simulated) {
        String id = verdict.id() == null ? "healthy" : verdict.id();
        String owner = verdict.owner() == null ? "" : " (" + verdict.owner().slug() + ")";
        return (simulated ? "SIMULATED " : "") + verdict.status().slug() + " " + id + ": " + verdict.title() + owner
                + "\n";
    }
}
