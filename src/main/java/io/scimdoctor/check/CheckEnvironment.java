package io.scimdoctor.check;

import io.scimdoctor.finding.ExitCode;
import java.time.Duration;
import java.time.Instant;

/** What a run needs of the process around it. */
public interface CheckEnvironment {
    Instant now();

    /** A fresh GUID. */
    String newId();

    /** Waits, or returns early when the run is stopped. */
    void pause(Duration duration);

    /** Whether somebody asked the run to end. */
    boolean isStopped();

    /** How a run ends that was stopped. */
    default ExitCode stopCode() {
        return ExitCode.INTERRUPTED;
    }

    /** A step begins or has ended; the words name it to a person. */
    default void progress(String step) {}
}
