package io.scimdoctor.ticket;

import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.run.RunWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says how often and when something was seen: in which time windows, and what lies outside them. */
record Frequency(Ticket.Occurrence seen) {
    private static final int PERCENT = 100;

    /** So many windows can still be told one by one. */
    private static final int MOST_WINDOWS = 3;

    /** Such as {@code 30 of 1000 calls (3 %), all in one time window of 4 min, from … to … (UTC); no other call … shows it}. */
    static String of(Ticket.Occurrence seen) {
        Frequency frequency = new Frequency(seen);
        return frequency.share() + ", " + frequency.when();
    }

    private String share() {
        String share = seen.count() + " of " + Amounts.count(seen.calls(), "call");
        return seen.calls() == 0
                ? share
                : share + " (" + Math.round((double) seen.count() * PERCENT / seen.calls()) + " %)";
    }

    private String when() {
        Instant first = seen.firstSeen();
        Instant last = seen.lastSeen();
        if (first == null || last == null) {
            return "at times that were not captured";
        }
        RunWindows windows = seen.windows();
        if (first.equals(last)) {
            return "at " + Impact.text(first);
        }
        if (windows.items().isEmpty()) {
            return span(first, last) + pace(first, last, seen.count());
        }
        if (windows.size() == 1) {
            return (windows.count() == seen.count() ? "all" : String.valueOf(windows.count()))
                    + " in one time window of "
                    + Impact.spoken(Duration.between(first, last)) + ", " + span(first, last) + " (UTC)"
                    + outside(first, last);
        }
        return windows.size() <= MOST_WINDOWS
                ? "in " + windows.size() + " time windows: " + list(windows.items()) + " (UTC)" + outside(first, last)
                : many(windows, seen.count(), first, last);
    }

    /** What the evidence holds besides; nothing, when it holds no other call. */
    private String outside(Instant first, Instant last) {
        long untimed = seen.count() - seen.windows().count();
        if (untimed > 0) {
            return "; " + untimed + " more at times that were not captured";
        }
        Instant since = seen.since() == null || seen.since().isAfter(first) ? first : seen.since();
        Instant until = seen.until() == null || seen.until().isBefore(last) ? last : seen.until();
        boolean wider = since.isBefore(first) || until.isAfter(last);
        return wider && seen.calls() > seen.count() ? "; no other call " + span(since, until) + " shows it" : "";
    }

    /** The largest windows when they hold half of it or more; else it is spread, and its pace says more. */
    private static String many(RunWindows windows, long count, Instant first, Instant last) {
        if (windows.size() == count) {
            return "one at a time, " + span(first, last) + " (UTC)" + pace(first, last, count);
        }
        List<Windows.Window> largest = Windows.largest(windows.items(), MOST_WINDOWS);
        long inside = largest.stream().mapToLong(Windows.Window::count).sum();
        return inside * 2 >= count
                ? "in " + windows.size() + " time windows, the largest of which are " + list(largest)
                        + " (UTC); the other " + (count - inside) + " lie outside them, " + span(first, last)
                : "in " + windows.size() + " time windows, " + span(first, last) + " (UTC), a window about every "
                        + Impact.spoken(Duration.between(first, last).dividedBy(windows.size() - 1));
    }

    private static String list(List<Windows.Window> windows) {
        List<String> texts = new ArrayList<>();
        for (Windows.Window window : windows) {
            boolean single = window.firstSeen().equals(window.lastSeen());
            texts.add((single ? Impact.text(window.firstSeen()) : span(window.firstSeen(), window.lastSeen())) + ": "
                    + window.count());
        }
        return String.join(", ", texts);
    }

    private static String span(Instant first, Instant last) {
        return "from " + Impact.text(first) + " to " + Impact.text(last);
    }

    private static String pace(Instant first, Instant last, long count) {
        return ", about one in " + Impact.spoken(Duration.between(first, last).dividedBy(Math.max(1, count - 1)));
    }
}
