package io.scimdoctor.capture.text;

import io.scimdoctor.exchange.LatePattern;
import java.util.ArrayList;
import java.util.List;

/** What PowerShell and runners of tests show of a program where it failed, and show twice, among the lines of the failure. */
final class ShownSource {
    private static final LatePattern FRAME = LatePattern.of(LooseText.FORMS.get("FRAME"));
    /** Behind such a line pytest shows the source of what failed, up to what else it shows. */
    private static final LatePattern SOURCE = LatePattern.of(LooseText.FORMS.get("SOURCE"));

    private static final LatePattern SHOWN = LatePattern.of(LooseText.FORMS.get("SHOWN"));
    private static final LatePattern COMPARED = LatePattern.of(LooseText.FORMS.get("COMPARED"));
    private static final LatePattern OVER = LatePattern.of(LooseText.FORMS.get("OVER"));
    /** The head of a test. */
    static final LatePattern TESTED = LatePattern.of(LooseText.FORMS.get("TESTED"));

    /** The head of a table that shows what a test expected before what came. */
    private static final LatePattern EXPECTED = LatePattern.of(LooseText.FORMS.get("EXPECTED"));

    private static final LatePattern LAST_BUT_ONE = LatePattern.of("\\|[^|]{0,400}+(?=\\|[^|]{0,400}+\\|\\s*+$)");

    private ShownSource() {}

    /** The lines of the failure alone: the source that pytest shows holds the words of failures that did not happen. */
    static List<String> without(List<String> lines) {
        List<String> printed = new ArrayList<>();
        boolean source = false;
        boolean compared = false;
        boolean table = false;
        // PowerShell 7's concise view.
        boolean framed = lines.stream().anyMatch(line -> line.strip().equals("Line |"));
        for (String shown : lines) {
            String line = framed ? FRAME.matcher(shown).replaceAll("") : shown;
            source = SOURCE.matcher(line).matches()
                    || (source && !SHOWN.matcher(line).matches());
            compared = COMPARED.matcher(line).lookingAt()
                    || (compared && !OVER.matcher(line).lookingAt());
            if (!compared && (!source || !(line.startsWith("    ") || line.startsWith(">")))) {
                table = EXPECTED.matcher(line).matches() || (table && line.startsWith("|"));
                printed.add(table ? LAST_BUT_ONE.matcher(line).replaceFirst("") : line);
            }
        }
        return printed;
    }
}
