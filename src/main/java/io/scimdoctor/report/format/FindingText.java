package io.scimdoctor.report.format;

import io.scimdoctor.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A finding as plain text, for formats that hold a text inside. */
public final class FindingText {
    private FindingText() {}

    public static String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        try {
            new TextPage(text, Style.PLAIN).finding("", finding);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }
}
