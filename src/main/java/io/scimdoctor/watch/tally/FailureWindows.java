package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.watch.WatchListener;
import java.io.IOException;
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
    private final List<FailureWindow> closed = new ArrayList<>();
    private @Nullable FailureWindow open;
    private long opened;
    private long succeeded;

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
    @Nullable
    public FailureWindow current() {
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
        WatchedCall.Shown shown = call.finding();
        if (shown == null || !shown.failure()) {
            succeeded += call.made() ? 1 : 0;
            return;
        }
        settle(call.at(), listener);
        FailureWindow window = open;
        if (window == null) {
            window = new FailureWindow(call.at(), succeeded);
            open = window;
            opened++;
            window.add(call, shown.id(), 0);
            listener.opened(window);
        } else {
            window.add(call, shown.id(), succeeded);
        }
        succeeded = 0;
    }

    /** Closes the open window when the gap has passed by then. */
    void settle(Instant now, WatchListener listener) {
        FailureWindow window = open;
        if (window != null && Duration.between(window.last(), now).compareTo(gap) > 0) {
            closed.add(window);
            open = null;
            listener.closed(window);
            while (closed.size() > MOST) {
                widen();
            }
        }
    }

    private void widen() {
        gap = gap.multipliedBy(2);
        List<FailureWindow> joined = new ArrayList<>();
        for (FailureWindow window : closed) {
            FailureWindow before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null
                    && Duration.between(before.last(), window.first()).compareTo(gap) <= 0) {
                before.join(window);
            } else {
                joined.add(window);
            }
        }
        closed.clear();
        closed.addAll(joined);
    }

    void write(JsonWriter json) throws IOException {
        json.object("windows")
                .field("gapMs", gap)
                .field("opened", opened)
                .field("succeeded", succeeded)
                .field("open", open != null)
                .array("list");
        for (FailureWindow window : list()) {
            window.write(json);
        }
        json.endArray().endObject();
    }

    static FailureWindows read(JsonNode json) {
        FailureWindows windows =
                new FailureWindows(Duration.ofMillis(json.path("gapMs").asLong()));
        windows.opened = json.path("opened").asLong();
        windows.succeeded = json.path("succeeded").asLong();
        json.path("list").forEach(window -> windows.closed.add(FailureWindow.read(window)));
        if (json.path("open").asBoolean()) {
            windows.open = windows.closed.remove(windows.closed.size() - 1);
        }
        return windows;
    }
}
