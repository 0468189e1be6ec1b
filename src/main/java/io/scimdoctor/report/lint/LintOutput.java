package io.scimdoctor.report.lint;

import io.scimdoctor.capture.Unreadable;
import java.io.IOException;

/** A format for what the rules say. Results are written as they come, because there may be many. */
public interface LintOutput {
    /** One request, filter or body was judged. */
    void result(LintResult result) throws IOException;

    /** One piece of the input was not understood. */
    void unreadable(Unreadable unreadable) throws IOException;

    /** The input has ended; called once. */
    void finish(LintTally tally) throws IOException;
}
