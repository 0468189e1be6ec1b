package io.scimdoctor.finding;

import org.jspecify.annotations.Nullable;

/**
 * What a whole run says.
 *
 * @param id the leading finding's id, or null when nothing was found
 * @param title one sentence
 * @param owner who must act first, or null when nobody must
 */
public record Verdict(
        Status status,
        @Nullable String id,
        String title,
        @Nullable Owner owner,
        ExitCode exitCode) {
    /** The exit code and what it means here. */
    public String exit() {
        return exitCode.words(status);
    }

    /** Whether there is nothing to tell: what was asked for was done, and it is healthy. */
    public boolean isWell() {
        return status == Status.PASS && exitCode == ExitCode.HEALTHY;
    }
}
