package io.scimdoctor.run;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.finding.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two runs.
 *
 * @param before the run that is compared with, which worked as a rule
 * @param changes by area, in the order in which they are worth reading
 */
public record RunDiff(Run before, Run after, List<Change> changes) {

    /** The part of a run that has changed. */
    public enum Area implements Slugged {
        RESULT,
        CALLS,
        TOKEN,
        TARGET,
        SETTINGS,
        NETWORK,
        PROGRAM,
        SPEED;
    }

    /**
     * One difference.
     *
     * @param before null when it was not there
     * @param after null when it is not there any more
     */
    public record Change(
            Area area,
            String name,
            @Nullable String before,
            @Nullable String after) {}

    /** Whether anything but the outcome itself differs, so that it may be the reason. */
    public boolean hasCause() {
        Set<Area> outcome = EnumSet.of(Area.RESULT, Area.CALLS, Area.SPEED);
        return changes.stream().anyMatch(change -> !outcome.contains(change.area()));
    }

    /** The last healthy run of the same target that was recorded before another one. */
    public static Optional<RunStore.Entry> lastHealthy(List<RunStore.Entry> newestFirst, RunStore.Entry after) {
        Run wanted = after.run();
        return newestFirst.stream()
                .dropWhile(entry -> !entry.file().equals(after.file()))
                .skip(1)
                .filter(entry -> entry.run() != null && wanted != null && isHealthyLike(entry.run(), wanted))
                .findFirst();
    }

    /** Healthy at the same base URL, or for the same application of the same tenant; a simulator has any port. */
    private static boolean isHealthyLike(Run one, Run other) {
        boolean simulated = one.head().simulated();
        Run.RunTarget a = one.target();
        Run.RunTarget b = other.target();
        boolean sameUrl = a.baseUrl() != null && a.baseUrl().equals(b.baseUrl());
        boolean known = a.clientId() != null && a.tenantId() != null;
        boolean sameApplication =
                known && Objects.equals(a.clientId(), b.clientId()) && Objects.equals(a.tenantId(), b.tenantId());
        return one.verdict().status() == Status.PASS
                && simulated == other.head().simulated()
                && (simulated || sameUrl || sameApplication);
    }
}
