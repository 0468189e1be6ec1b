package io.scimdoctor.cli.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** Repeats the verdict and who must act of a report that has scrolled away. */
final class Recall {
    /** No report is longer; what a simulator writes all day need not be kept. */
    static final int LONGEST = 1_000_000;

    private static final int MOST_VERDICTS = 2;
    private static final Pattern VERDICT = Pattern.compile("(?m)^(?=(?:FAIL|WARN|UNKNOWN) )");
    private static final Pattern END = Pattern.compile("\\] *+\n");
    private static final Pattern WHO = Pattern.compile("(?m)^ *+Who (?:[^:\n]*+:)?+(.*+)");

    private Recall() {}

    /** Nothing where the whole report is still on the screen. */
    static String of(String report, int height) {
        String text = AttributedString.stripAnsi(report);
        return height <= 0 || text.lines().count() < height - 1
                ? ""
                : VERDICT.splitAsStream("\n" + text)
                        .skip(1)
                        .limit(MOST_VERDICTS)
                        .map(Recall::brief)
                        .collect(Collectors.joining());
    }

    private static String brief(String report) {
        String[] halves = END.split(report, 2);
        String verdict = halves[0].lines().map(String::strip).collect(Collectors.joining(" "));
        Matcher who = WHO.matcher(halves.length > 1 ? halves[1] : "");
        return verdict.replaceFirst(" +", "  ")
                + (halves.length > 1 ? "]\n" : "\n")
                + (who.find() ? "      Who  " + who.group(1).strip().replaceFirst("\\.$", "") + "\n" : "");
    }
}
