package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.HtmlBars;
import io.scimdoctor.report.format.HtmlFinding;
import io.scimdoctor.report.format.HtmlPage;
import io.scimdoctor.report.format.HtmlPage.Fact;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A run over captured answers as a web page: the verdict, the failures over time, each kind with its steps. */
public final class GroupHtml {
    /** How many unreadable pieces are named. */
    public static final int MOST_UNREADABLE = 100;

    private static final int MOST_WINDOWS = 20;
    private static final int MOST_SHARES = 10;

    private final DiagnosisTally tally;
    private final List<Group> groups;
    private final HtmlPage page;

    private GroupHtml(DiagnosisTally tally) {
        this.tally = tally;
        groups = tally.groups().list();
        page = HtmlFinding.page(tally.verdict(), false);
    }

    /** @param unreadable the first pieces that could not be read */
    public static String of(DiagnosisTally tally, List<Unreadable> unreadable, Page frame) {
        GroupHtml html = new GroupHtml(tally);
        html.summary(frame);
        html.timeline();
        html.kinds(frame.top());
        html.unreadable(unreadable);
        return html.page.text();
    }

    private void summary(Page frame) {
        Verdict verdict = tally.verdict();
        List<Fact> facts = HtmlFinding.facts(verdict);
        facts.add(Fact.of("Calls", Amounts.number(tally.exchanges())));
        facts.add(Fact.of(
                "Failed",
                Amounts.number(tally.failures()) + ", " + Amounts.share(tally.failures(), tally.exchanges()) + " of "
                        + "all calls, " + Amounts.many(groups.size(), "kind")));
        Instant from = tally.firstSeen();
        if (from != null) {
            facts.add(Fact.of("Time", Amounts.span(from, tally.lastSeen())));
        }
        if (tally.beside() > 0) {
            facts.add(Fact.of("Not asked for", Amounts.many(tally.beside(), "call") + " with other findings"));
        }
        if (tally.leftOut() > 0) {
            facts.add(Fact.of(
                    "Left out",
                    Amounts.many(tally.leftOut(), "call") + " outside the time that is asked for, or without a time"));
        }
        if (tally.unreadable() > 0) {
            facts.add(Fact.of("Not read", Amounts.many(tally.unreadable(), "piece")));
        }
        facts.add(Fact.of("Exit code", verdict.exitCode().words()));
        facts.add(Fact.of("Written", frame.now().truncatedTo(ChronoUnit.SECONDS) + " by scimdoctor " + Version.text()));
        page.section("Summary").facts(facts);
    }

    private void timeline() {
        Histogram axis = tally.histogram();
        if (axis.isEmpty()) {
            return;
        }
        long[] failures = new long[axis.counts().length];
        for (Group group : groups) {
            long[] counts = group.histogram().along(axis);
            for (int i = 0; i < failures.length; i++) {
                failures[i] += counts[i];
            }
        }
        page.section("Over time");
        HtmlBars.overTime(page, "calls", failures, axis);
    }

    private void kinds(int top) {
        if (groups.isEmpty()) {
            return;
        }
        int shown = Math.min(top, groups.size());
        page.section("Kinds of failure");
        for (Group group : groups.subList(0, shown)) {
            page.html("<article>\n");
            HtmlFinding.heading(page, group.first());
            sums(group);
            HtmlFinding.body(page, group.first());
            ids(group.sampleRequestIds());
            windows(group);
            page.html("</article>\n");
        }
        if (shown < groups.size()) {
            long rest = groups.subList(shown, groups.size()).stream()
                    .mapToLong(Group::count)
                    .sum();
            page.paragraph("And " + Amounts.many(groups.size() - shown, "kind") + " more with "
                    + Amounts.many(rest, "call") + ".");
        }
    }

    private void sums(Group group) {
        List<Fact> facts = new ArrayList<>();
        String share = Amounts.share(group.count(), tally.exchanges());
        facts.add(Fact.of("Count", Amounts.many(group.count(), "call") + ", " + share + " of all"));
        Instant from = group.firstSeen();
        if (from != null) {
            facts.add(Fact.of("First seen", from.toString()));
            facts.add(Fact.of("Last seen", String.valueOf(group.lastSeen())));
        }
        shares(facts, "Endpoints", group.endpoints().list(), group.endpoints());
        shares(facts, "Apps", group.applications().masked(), group.applications());
        shares(facts, "Tenants", group.tenants().masked(), group.tenants());
        page.facts(facts);
        if (from != null) {
            HtmlBars.draw(
                    page,
                    "Calls with " + group.first().id(),
                    "failures",
                    group.histogram().along(tally.histogram()),
                    tally.histogram());
        }
    }

    private static void shares(List<Fact> facts, String name, List<Shares.Share> list, Shares shares) {
        if (list.isEmpty()) {
            return;
        }
        facts.add(Fact.of(name, Amounts.shares(list, shares, MOST_SHARES)));
    }

    private void ids(List<String> ids) {
        if (!ids.isEmpty()) {
            page.element("h4", "Sample request ids").html("<ul>\n");
            ids.forEach(id -> page.html("<li>" + HtmlPage.code(id) + "</li>\n"));
            page.html("</ul>\n");
        }
    }

    private void windows(Group group) {
        Windows windows = group.windows();
        List<Windows.Window> list = windows.list();
        if (list.isEmpty()) {
            return;
        }
        page.element("h4", "Time windows")
                .paragraph("A window ends with " + Amounts.duration(windows.gap()) + " without such a failure.")
                .table("Time windows of " + group.first().id(), List.of("From", "To", "Calls"));
        for (Windows.Window window : Windows.largest(list, MOST_WINDOWS)) {
            page.row(List.of(
                    window.firstSeen().toString(), window.lastSeen().toString(), Amounts.number(window.count())));
        }
        page.endTable();
        if (list.size() > MOST_WINDOWS) {
            page.paragraph("And " + Amounts.number(list.size() - MOST_WINDOWS) + " smaller ones.");
        }
    }

    private void unreadable(List<Unreadable> unreadable) {
        if (unreadable.isEmpty()) {
            return;
        }
        page.section("Not read").table("Not read", List.of("Where", "Why"));
        for (Unreadable piece : unreadable) {
            page.row(List.of(
                    HtmlPage.escaped(Places.of(piece.source()).handedOn()),
                    HtmlPage.escaped(Redactor.text(piece.reason()))));
        }
        page.endTable();
        long more = tally.unreadable() - unreadable.size();
        if (more > 0) {
            page.paragraph("And " + Amounts.many(more, "piece") + " more.");
        }
    }
}
