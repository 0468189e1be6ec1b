package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run over captured answers as blocks: the sums, the failures over time, each kind with its share, windows and ids. */
record GroupBlocks(DiagnosisTally tally, Page frame, Audience audience) {
    private static final int MOST_WINDOWS = 5;
    private static final int MOST_SHARES = 10;

    /** Such as {@code 6 answers, 5 failures, 3 kinds}. */
    static String sums(DiagnosisTally tally) {
        return Amounts.count(tally.exchanges(), "answer") + ", " + Amounts.count(tally.failures(), "failure") + ", "
                + Amounts.count(tally.groups().list().size(), "kind");
    }

    static String written(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS) + " by scimdoctor " + Version.text();
    }

    /**
     * The whole of it.
     *
     * @param cases the failures one by one, which a web page shows first, or null where there is no room for them
     * @param opened whether each finding is told with all that is known of it
     */
    List<Block> blocks(@Nullable List<Block> cases, boolean opened) {
        List<Group> groups = tally.groups().list();
        List<Block> blocks = new ArrayList<>();
        if (tally.histogram().counts().length > 1) {
            blocks.add(new Block.Section("Over time", overTime(groups)));
        }
        if (cases != null && tally.failures() > 0) {
            blocks.add(
                    cases.isEmpty()
                            ? new Block.Paragraph("None of the " + Amounts.count(tally.failures(), "failure")
                                    + " is listed by itself; --only, --since and --until choose up to "
                                    + Amounts.number(AnswerPages.MOST_IN_WEB_PAGE)
                                    + " answers that are, and -o ndjson lists all.")
                            : new Block.Section("Answers", cases));
        }
        blocks.add(cases == null ? 0 : blocks.size(), new Block.Section("Summary", summary(groups.size())));
        if (!groups.isEmpty()) {
            blocks.add(new Block.Section("Kinds of failure", kinds(groups, opened)));
        }
        return blocks;
    }

    private Block summary(int kinds) {
        long failures = tally.failures();
        List<String> owners = new ArrayList<>();
        tally.owners().forEach((owner, count) -> owners.add(owner.person() + " (" + Amounts.number(count) + ")"));
        Facts who = kinds < 2
                ? FindingBlocks.facts(tally.verdict())
                : Facts.NONE.and("Who fixes it", String.join(", ", owners));
        return who.and("Calls", Amounts.number(tally.exchanges()))
                .and(
                        "Failed",
                        Amounts.number(failures) + ", " + Amounts.share(failures, tally.exchanges()) + " of all calls, "
                                + Amounts.count(kinds, "kind"))
                .and("Time", tally.firstSeen() == null ? null : Amounts.span(tally.firstSeen(), tally.lastSeen()))
                .and(beside(tally))
                .and("Not read", counted(tally.unreadable(), "piece", ""))
                .and("Exit code", tally.verdict().exit())
                .and("Written", written(frame.now()));
    }

    /** What was read and is not told of. */
    static Facts beside(DiagnosisTally tally) {
        return Facts.NONE
                .and("Not asked for", counted(tally.beside(), "call", " with other findings"))
                .and(
                        "Left out",
                        counted(tally.leftOut(), "call", " outside the time that is asked for, or without a time"));
    }

    private static @Nullable String counted(long count, String noun, String behind) {
        return count == 0 ? null : Amounts.count(count, noun) + behind;
    }

    private List<Block> overTime(List<Group> groups) {
        Histogram axis = tally.histogram();
        long[] failures = new long[axis.counts().length];
        for (Group group : groups) {
            long[] counts = group.histogram().along(axis);
            Arrays.setAll(failures, i -> failures[i] + counts[i]);
        }
        return Block.Bars.overTime("calls", failures, axis);
    }

    private List<Block> kinds(List<Group> groups, boolean opened) {
        List<Block> blocks = new ArrayList<>();
        int shown = Math.min(frame.top(), groups.size());
        groups.subList(0, shown).forEach(group -> blocks.add(kind(group, opened)));
        if (shown < groups.size()) {
            long rest = groups.subList(shown, groups.size()).stream()
                    .mapToLong(Group::count)
                    .sum();
            blocks.add(new Block.Paragraph("And " + Amounts.count(groups.size() - shown, "kind") + " more with "
                    + Amounts.count(rest, "call") + "."));
        }
        return blocks;
    }

    private Block kind(Group group, boolean opened) {
        String share = Amounts.share(group.count(), tally.exchanges());
        Facts sums = Facts.NONE
                .and("Count", Amounts.count(group.count(), "call") + ", " + share + " of all")
                .and("First seen", group.firstSeen())
                .and("Last seen", group.lastSeen())
                .and("Endpoints", shares(group.endpoints().list(), group.endpoints()))
                .and("Apps", shares(group.applications().masked(), group.applications()))
                .and("Tenants", shares(group.tenants().masked(), group.tenants()));
        Finding first = group.first();
        if (group.firstSeen() != null && tally.histogram().counts().length > 1) {
            long[] counts = group.histogram().along(tally.histogram());
            sums = sums.and("Over time", Block.Bars.failures("Calls with " + first.id(), counts, tally.histogram()));
        }
        String step = first.remedy().isEmpty() ? null : first.steps(audience).get(0);
        sums = opened
                ? sums.and(FindingBlocks.content(first, audience))
                : sums.and("Who fixes it", first.owner().person()).and("First", step);
        sums = sums.and("Sample request ids", new Block.Bullets(group.sampleRequestIds()))
                .and("Time windows", windows(group));
        return FindingBlocks.of(first, first.title(), sums);
    }

    private static @Nullable String shares(List<Shares.Share> list, Shares shares) {
        return list.isEmpty() ? null : Amounts.shares(list, shares, MOST_SHARES);
    }

    private static List<Block> windows(Group group) {
        List<Windows.Window> list = group.windows().list();
        if (list.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                "A window ends with " + Amounts.duration(group.windows().gap()) + " without such a failure."));
        blocks.add(new Block.Table(
                "Time windows of " + group.first().id(),
                List.of("From", "To", "Calls"),
                Windows.largest(list, MOST_WINDOWS).stream()
                        .map(window -> List.of(
                                window.firstSeen().toString(),
                                window.lastSeen().toString(),
                                Amounts.number(window.count())))
                        .toList()));
        if (list.size() > MOST_WINDOWS) {
            blocks.add(new Block.Paragraph("And " + Amounts.number(list.size() - MOST_WINDOWS) + " smaller ones."));
        }
        return blocks;
    }
}
