package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Places;
import io.scimdoctor.report.format.Version;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run over captured answers as blocks: the sums, the failures over time, each kind with its share, windows and ids. */
public final class GroupBlocks {
    private static final int MOST_WINDOWS = 12;
    private static final int MOST_SHARES = 10;

    private final DiagnosisTally tally;
    private final List<Group> groups;
    private final Page frame;
    private final Audience audience;

    private GroupBlocks(DiagnosisTally tally, Page frame, Audience audience) {
        this.tally = tally;
        this.frame = frame;
        this.audience = audience;
        groups = tally.groups().list();
    }

    /**
     * The whole of it.
     *
     * @param unread how many of the pieces that could not be read are named
     * @param opened whether each finding is told with all that is known of it
     */
    public static BlockPage of(DiagnosisTally tally, int unread, Page frame, Audience audience, boolean opened) {
        GroupBlocks page = new GroupBlocks(tally, frame, audience);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Section("Summary", page.summary()));
        if (page.isLong()) {
            blocks.add(new Block.Section("Over time", page.overTime()));
        }
        if (!page.groups.isEmpty()) {
            blocks.add(new Block.Section("Kinds of failure", page.kinds(opened)));
        }
        if (tally.unreadable() > 0) {
            blocks.add(page.unreadable(tally.unread(unread)));
        }
        Verdict verdict = tally.verdict();
        // The name of one kind says nothing of the others.
        return page.groups.size() < 2
                ? BlockPage.of(verdict, false, blocks)
                : new BlockPage(tally.sums(), null, verdict.status(), false, blocks);
    }

    /** Whether there is anything to draw over time. */
    private boolean isLong() {
        return tally.histogram().counts().length > 1;
    }

    private Block summary() {
        long failures = tally.failures();
        List<String> owners = new ArrayList<>();
        tally.owners().forEach((owner, count) -> owners.add(owner.person() + " (" + Amounts.number(count) + ")"));
        Facts who = groups.size() < 2
                ? FindingBlocks.facts(tally.verdict())
                : Facts.NONE.and("Who fixes it", String.join(", ", owners));
        return who.and("Calls", Amounts.number(tally.exchanges()))
                .and(
                        "Failed",
                        Amounts.number(failures) + ", " + Amounts.share(failures, tally.exchanges()) + " of all calls, "
                                + Amounts.count(groups.size(), "kind"))
                .and("Time", tally.firstSeen() == null ? null : Amounts.span(tally.firstSeen(), tally.lastSeen()))
                .and("Not asked for", counted(tally.beside(), "call", " with other findings"))
                .and(
                        "Left out",
                        counted(tally.leftOut(), "call", " outside the time that is asked for, or without a time"))
                .and("Not read", counted(tally.unreadable(), "piece", ""))
                .and("Exit code", tally.verdict().exitCode().words())
                .and("Written", frame.now().truncatedTo(ChronoUnit.SECONDS) + " by scimdoctor " + Version.text());
    }

    private static @Nullable String counted(long count, String noun, String behind) {
        return count == 0 ? null : Amounts.count(count, noun) + behind;
    }

    private List<Block> overTime() {
        Histogram axis = tally.histogram();
        long[] failures = new long[axis.counts().length];
        for (Group group : groups) {
            long[] counts = group.histogram().along(axis);
            Arrays.setAll(failures, i -> failures[i] + counts[i]);
        }
        return Block.Bars.overTime("calls", failures, axis);
    }

    private List<Block> kinds(boolean opened) {
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
        if (group.firstSeen() != null && isLong()) {
            long[] counts = group.histogram().along(tally.histogram());
            sums = sums.and("Over time", Block.Bars.failures("Calls with " + first.id(), counts, tally.histogram()));
        }
        sums = sums.and(opened ? FindingBlocks.content(first, audience) : FindingBlocks.brief(first, audience));
        if (!group.sampleRequestIds().isEmpty()) {
            sums = sums.and("Sample request ids", new Block.Bullets(group.sampleRequestIds()));
        }
        List<Block> windows = windows(group);
        return FindingBlocks.of(first, first.title(), windows.isEmpty() ? sums : sums.and("Time windows", windows));
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

    private Block unreadable(List<Unreadable> unreadable) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Table(
                "Not read",
                List.of("Where", "Why"),
                unreadable.stream()
                        .map(piece -> List.of(
                                Places.of(piece.source()).to(audience),
                                Redactor.told(piece.reason()).to(audience)))
                        .toList())));
        long more = tally.unreadable() - unreadable.size();
        if (more > 0) {
            blocks.add(new Block.Paragraph("And " + Amounts.count(more, "piece") + " more."));
        }
        return new Block.Section("Not read", blocks);
    }
}
