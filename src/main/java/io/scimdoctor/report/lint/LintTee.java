package io.scimdoctor.report.lint;

import io.scimdoctor.capture.Unreadable;
import java.io.IOException;
import java.util.List;

/** Tells several outputs the same. */
public record LintTee(List<LintOutput> outputs) implements LintOutput {
    public LintTee {
        outputs = List.copyOf(outputs);
    }

    @Override
    public void result(LintResult result) throws IOException {
        for (LintOutput output : outputs) {
            output.result(result);
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        for (LintOutput output : outputs) {
            output.unreadable(piece);
        }
    }

    @Override
    public void finish(LintTally tally) throws IOException {
        for (LintOutput output : outputs) {
            output.finish(tally);
        }
    }
}
