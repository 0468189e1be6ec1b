package io.scimdoctor.report;

import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.finding.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report on a mountain of answers: each kind of failure with its share, its time windows, places and ids. */
final class GroupText {
    private static final int MOST_WINDOWS = 6;
    private static final int MOST_SHARES = 4;
    private static final int LABEL = 11;
    private static final String INDENT = "      ";

    private final TextPage page;
    private final DiagnosisTally tally;
    private final boolean verbose;

    GroupText(TextPage page, DiagnosisTally tally, boolean verbose) {
        this.page = page;
        this.tally = tally;
        this.verbose = verbose;
    }

    /** @param top how many groups are written */
    void write(int top) throws IOException {
        head();
        List<Group> groups = tally.groups().list();
        for (Group group : groups.subList(0, Math.min(top, groups.size()))) {
            group(group);
        }
        if (groups.size() > top) {
            long rest = 0;
            for (Group group : groups.subList(top, groups.size())) {
                rest += group.count();
            }
            page.line("And " + kinds(groups.size() - top) + " more with " + calls(rest) + ".");
            page.blank();
        }
    }

    private void head() throws IOException {
        page.wrapped(
                "",
                page.style()
                        .bold(calls(tally.exchanges()) + ", " + number(tally.failures()) + " failed ("
                                + share(tally.failures()) + "), "
                                + kinds(tally.groups().list().size())));
        Instant from = tally.firstSeen();
        if (from != null) {
            page.line(span(from, tally.lastSeen()));
            page.line(bars(tally.histogram()));
            page.line("One column is "
                    + Sparkline.duration(tally.histogram().step()) + ", from "
                    + tally.histogram().from() + ".");
        }
        if (tally.beside() > 0) {
            page.line(calls(tally.beside()) + " show findings that are not asked for.");
        }
        if (tally.leftOut() > 0) {
            page.line(calls(tally.leftOut()) + " outside the time that is asked for, or without a time.");
        }
        page.blank();
    }

    private void group(Group group) throws IOException {
        page.wrapped(
                page.style().severity(group.first().severity(), page.style().symbol(Status.FAIL)) + " ",
                "  ",
                page.style().bold(group.first().id()) + ": " + group.first().title());
        label("Count", calls(group.count()) + ", " + share(group.count()) + " of all");
        Instant from = group.firstSeen();
        if (from != null) {
            label("Seen", span(from, group.lastSeen()));
            page.line(INDENT + bars(group.histogram()));
            windows(group.windows());
        }
        shares("Endpoints", group.endpoints().list(), group.endpoints());
        shares("Apps", group.applications().masked(), group.applications());
        shares("Tenants", group.tenants().masked(), group.tenants());
        if (!group.sampleRequestIds().isEmpty()) {
            label("Ids", String.join(" ", group.sampleRequestIds()));
        }
        if (verbose) {
            page.finding(INDENT, group.first());
        }
        page.blank();
    }

    private String bars(io.scimdoctor.diagnosis.Histogram histogram) {
        return "|" + Sparkline.of(histogram, tally.histogram(), page.style().ascii()) + "|";
    }

    /** The largest windows, in the order of time. */
    private void windows(Windows windows) throws IOException {
        List<Windows.Window> list = windows.list();
        String end = ", each ended by " + Sparkline.duration(windows.gap()) + " without such a failure";
        label("Windows", number(list.size()) + (list.size() == 1 ? "" : end));
        if (list.size() == 1) {
            return;
        }
        List<Windows.Window> largest = new ArrayList<>(list);
        largest.sort(Comparator.comparingLong(Windows.Window::count).reversed().thenComparing(Windows.Window::first));
        largest = new ArrayList<>(largest.subList(0, Math.min(MOST_WINDOWS, largest.size())));
        largest.sort(Comparator.comparing(Windows.Window::first));
        for (Windows.Window window : largest) {
            label("", span(window.first(), window.last()) + "  " + calls(window.count()));
        }
        if (list.size() > largest.size()) {
            label("", "and " + number(list.size() - largest.size()) + " smaller ones");
        }
    }

    private void shares(String name, List<Shares.Share> list, Shares shares) throws IOException {
        if (list.isEmpty()) {
            return;
        }
        List<String> texts = new ArrayList<>();
        for (Shares.Share share : list.subList(0, Math.min(MOST_SHARES, list.size()))) {
            texts.add(share.text() + " (" + number(share.count()) + ")");
        }
        boolean more = list.size() > MOST_SHARES || shares.other() > 0;
        label(name, String.join(", ", texts) + (more ? ", and others" : ""));
    }

    private void label(String name, String text) throws IOException {
        page.wrapped(INDENT + name + " ".repeat(LABEL - name.length()), text);
    }

    private static String span(Instant from, @Nullable Instant to) {
        return to == null || from.equals(to) ? from.toString() : from + " to " + to;
    }

    private String share(long count) {
        long all = Math.max(1, tally.exchanges());
        // Hundredths of a percent, rounded to the nearest.
        long hundredths = (count * 10_000 + all / 2) / all;
        String percent = hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + " %";
        return hundredths == 0 && count > 0 ? "less than 0.01 %" : percent;
    }

    private static String kinds(long count) {
        return number(count) + (count == 1 ? " kind" : " kinds");
    }

    private static String calls(long count) {
        return number(count) + (count == 1 ? " call" : " calls");
    }

    /** With commas between thousands. */
    private static String number(long number) {
        String digits = Long.toString(number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
