package io.scimdoctor.report.block;

import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole report.
 *
 * @param id the leading finding, or null
 * @param status how it ended, or null where it judges nothing
 */
public record BlockPage(
        String title, @Nullable String id, @Nullable Status status, boolean simulated, List<Block> blocks) {
    /** A report that judges nothing. */
    public static BlockPage of(String title, boolean simulated, List<Block> blocks) {
        return new BlockPage(title, null, null, simulated, blocks);
    }

    /** A report whose title is the verdict. */
    public static BlockPage of(Verdict verdict, boolean simulated, List<Block> blocks) {
        return new BlockPage(verdict.title(), verdict.id(), verdict.status(), simulated, blocks);
    }
}
