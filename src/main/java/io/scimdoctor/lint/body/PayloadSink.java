package io.scimdoctor.lint.body;

import io.scimdoctor.lint.rule.LintFinding;
import java.io.IOException;
import java.util.List;

/** Takes what is found in each payload of a stream, while the stream is still being read. */
@FunctionalInterface
public interface PayloadSink {
    /**
     * One payload has ended.
     *
     * @param line the 1-based line on which it begins
     */
    void payload(int line, List<LintFinding> findings) throws IOException;
}
