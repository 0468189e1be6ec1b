package io.scimdoctor.capture.text;

import io.scimdoctor.exchange.LatePattern;
import java.util.ArrayList;
import java.util.List;

/** What PowerShell and pytest show of a program where it failed, among the lines of the failure. */
final class ShownSource {
    private static final LatePattern FRAME = LatePattern.of(LooseText.FORMS.get("FRAME"));
    /** Behind such a line pytest shows the source of what failed, up to what else it shows. */
    private static final LatePattern SOURCE = LatePattern.of(LooseText.FORMS.get("SOURCE"));

    private static final LatePattern SHOWN = LatePattern.of(LooseText.FORMS.get("SHOWN"));
    private static final LatePattern UNDERLINE = LatePattern.of(LooseText.FORMS.get("UNDERLINE"));

    private ShownSource() {}

    /** The lines without the {@code     | } of PowerShell 7's concise view; other texts stay as they are. */
    private static List<String> withoutFrames(List<String> lines) {
        if (lines.stream().noneMatch(line -> line.strip().equals("Line |"))) {
            return lines;
        }
        return lines.stream()
                .map(line -> FRAME.matcher(line).replaceFirst(""))
                .filter(line -> !UNDERLINE.matcher(line).matches())
                .toList();
    }

    /** The lines of the failure alone: the source that pytest shows holds the words of failures that did not happen. */
    static List<String> without(List<String> lines) {
        List<String> printed = new ArrayList<>();
        boolean source = false;
        for (String line : withoutFrames(lines)) {
            source = SOURCE.matcher(line).matches()
                    || (source && !SHOWN.matcher(line).matches());
            if (!source || !(line.startsWith("    ") || line.startsWith(">"))) {
                printed.add(line);
            }
        }
        return printed;
    }
}
