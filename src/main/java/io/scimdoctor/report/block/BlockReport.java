package io.scimdoctor.report.block;

import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import java.io.IOException;

/** A result for readers: as lines, as Markdown, or as a web page. */
public interface BlockReport {
    /** @param whole whether all of it is wanted, and not what fits one screen */
    BlockPage page(Style style, boolean whole);

    /** Writes it in the format of the page; any other than HTML and Markdown is text. */
    default void write(Page page) throws IOException {
        switch (page.format()) {
            case "html" -> page.target().write(BlockHtml.of(page(Style.PLAIN, true)));
            case "markdown" -> page.target().write(BlockMarkdown.of(page(Style.PLAIN, true), 2));
            default -> new BlockText(page.target(), page.style()).write(page(page.style(), page.verbose()));
        }
        page.target().flush();
    }
}
