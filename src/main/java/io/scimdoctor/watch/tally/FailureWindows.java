package io.scimdoctor.watch.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clusters of failures in time, as they happen. Two failures belong to one window unless the time between them is longer
 * than the gap. When there are too many windows, neighbours are joined over twice the gap.
 */
public final class FailureWindows {
    static final int MOST = 200;

    private Duration gap;
    private List<FailureWindow> closed = new ArrayList<>();
    private @Nullable FailureWindow open;
    private long opened;
    private long succeeded;

    /** To be filled from a snapshot. */
    private FailureWindows() {
        this(Duration.ZERO);
    }

    FailureWindows(Duration gap) {
        this.gap = gap;
    }

    /** Longer than asked for when windows had to be joined. */
    public Duration gap() {
        return gap;
    }

    /** How many windows were opened, before any were joined. */
    public long opened() {
        return opened;
    }

    /** The window that failures of now would belong to, or null. */
    public @Nullable FailureWindow current() {
        return open;
    }

    /** In the order of time. */
    public List<FailureWindow> list() {
        List<FailureWindow> list = new ArrayList<>(closed);
        if (open != null) {
            list.add(open);
        }
        return list;
    }

    /** Takes the next call; what opens and closes by it is said to the listener. */
    void add(WatchedCall call, WatchListener listener) {
        if (!call.failure()) {
            succeeded += call.made() ? 1 : 0;
            return;
        }
        settle(call.at(), listener);
        FailureWindow added = FailureWindow.of(call, succeeded);
        FailureWindow before = open;
        open = before == null ? added : before.plus(added);
        succeeded = 0;
        if (before == null) {
            opened++;
            listener.window(added, true);
        }
    }

    /** Closes the open window when the gap has passed by then. */
    void settle(Instant now, WatchListener listener) {
        FailureWindow window = open;
        if (window != null && isApart(window, now)) {
            closed.add(window);
            open = null;
            listener.window(window, false);
            while (closed.size() > MOST) {
                widen();
            }
        }
    }

    private boolean isApart(FailureWindow window, Instant next) {
        return Duration.between(window.to(), next).compareTo(gap) > 0;
    }

    private void widen() {
        gap = gap.multipliedBy(2);
        List<FailureWindow> joined = new ArrayList<>();
        for (FailureWindow window : closed) {
            int last = joined.size() - 1;
            if (last >= 0 && !isApart(joined.get(last), window.from())) {
                joined.set(last, joined.get(last).plus(window));
            } else {
                joined.add(window);
            }
        }
        closed = joined;
    }
}
