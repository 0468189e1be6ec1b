package io.scimdoctor.report.lint;

import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.report.format.Page;
import java.io.IOException;
import java.util.List;

/** A format for what the rules say. Results are written as they come, because there may be many. */
public interface LintOutput {
    /** The formats, in the order of the help. */
    List<String> FORMATS = List.of("text", "short", "json", "html", "junit", "markdown", "sarif", "github");

    /** The format of the page; an unknown one is for a reader. */
    static LintOutput of(Page page) throws IOException {
        return switch (page.format()) {
            case "json" -> new LintJson(page);
            case "short" -> new LintLines(page, false);
            case "junit" -> new LintJunit(page);
            case "sarif" -> new LintSarif(page.target());
            case "github" -> new LintLines(page, true);
            default -> new LintPages(page);
        };
    }

    /** One request, filter or body was judged. */
    void result(LintResult result) throws IOException;

    /** One piece of the input was not understood; the tally has it, too. */
    default void unreadable(Unreadable unreadable) throws IOException {
        // Some formats list such pieces at the end.
    }

    /** The input has ended; called once. */
    void finish(LintTally tally) throws IOException;
}
