package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Sparkline;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

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
            page.line("And " + Amounts.many(groups.size() - top, "kind") + " more with " + Amounts.many(rest, "call")
                    + ".");
            page.blank();
        }
    }

    private void head() throws IOException {
        page.wrapped(
                "",
                page.style()
                        .bold(Amounts.many(tally.exchanges(), "call") + ", " + Amounts.number(tally.failures())
                                + " failed ("
                                + Amounts.share(tally.failures(), tally.exchanges()) + "), "
                                + Amounts.many(tally.groups().list().size(), "kind")));
        Instant from = tally.firstSeen();
        if (from != null) {
            page.line(Amounts.span(from, tally.lastSeen()));
            page.line(bars(tally.histogram()));
            page.line("One column is "
                    + Amounts.duration(tally.histogram().step()) + ", from "
                    + tally.histogram().from() + ".");
        }
        if (tally.beside() > 0) {
            page.line(Amounts.many(tally.beside(), "call") + " show findings that are not asked for.");
        }
        if (tally.leftOut() > 0) {
            page.line(
                    Amounts.many(tally.leftOut(), "call") + " outside the time that is asked for, or without a time.");
        }
        page.blank();
    }

    private void group(Group group) throws IOException {
        page.wrapped(
                page.style().severity(group.first().severity(), page.style().symbol(Status.FAIL)) + " ",
                "  ",
                page.style().bold(group.first().id()) + ": " + group.first().title());
        label(
                "Count",
                Amounts.many(group.count(), "call") + ", " + Amounts.share(group.count(), tally.exchanges())
                        + " of all");
        Instant from = group.firstSeen();
        if (from != null) {
            label("Seen", Amounts.span(from, group.lastSeen()));
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
        } else {
            label("Who", TextPage.person(group.first()));
            if (!group.first().remedy().isEmpty()) {
                label("First", group.first().steps(page.style().audience()).get(0));
            }
        }
        page.blank();
    }

    private String bars(Histogram histogram) {
        return "|" + Sparkline.of(histogram, tally.histogram(), page.style().ascii()) + "|";
    }

    /** The largest windows, in the order of time. */
    private void windows(Windows windows) throws IOException {
        List<Windows.Window> list = windows.list();
        String end = ", each ended by " + Amounts.duration(windows.gap()) + " without such a failure";
        label("Windows", Amounts.number(list.size()) + (list.size() == 1 ? "" : end));
        if (list.size() == 1) {
            return;
        }
        List<Windows.Window> largest = Windows.largest(list, MOST_WINDOWS);
        for (Windows.Window window : largest) {
            label(
                    "",
                    Amounts.span(window.firstSeen(), window.lastSeen()) + "  " + Amounts.many(window.count(), "call"));
        }
        if (list.size() > largest.size()) {
            label("", "and " + Amounts.number(list.size() - largest.size()) + " smaller ones");
        }
    }

    private void shares(String name, List<Shares.Share> list, Shares shares) throws IOException {
        if (list.isEmpty()) {
            return;
        }
        label(name, Amounts.shares(list, shares, MOST_SHARES));
    }

    private void label(String name, String text) throws IOException {
        page.wrapped(INDENT + TextPage.pad(name, LABEL), text);
    }
}
