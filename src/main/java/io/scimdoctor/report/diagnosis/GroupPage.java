package io.scimdoctor.report.diagnosis;

import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sums of captured answers as a page to be handed on. */
public final class GroupPage implements DiagnosisSummary {
    private static final int MOST_UNREADABLE = 100;

    private final Page page;
    private final Function<BlockPage, String> writer;
    private final List<Unreadable> unreadable = new ArrayList<>();

    public GroupPage(Page page, Function<BlockPage, String> writer) {
        this.page = page;
        this.writer = writer;
    }

    @Override
    public void unreadable(Unreadable piece) {
        if (unreadable.size() < MOST_UNREADABLE) {
            unreadable.add(piece);
        }
    }

    @Override
    public void finish(DiagnosisTally tally) throws IOException {
        page.target().write(writer.apply(GroupBlocks.of(tally, unreadable, page, Audience.HANDED_ON, true)));
        page.target().flush();
    }
}
