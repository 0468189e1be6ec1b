package io.scimdoctor.cli.shell;

import io.scimdoctor.lint.FilterLint;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.scim.ResourceKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours a filter while it is typed, marks what the API would refuse, and says why behind it. */
final class LineHighlighter implements Highlighter {
    private static final Pattern TOKEN = Pattern.compile(
            "(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?)|(?<=\\s)(eq|ne|co|sw|ew|gt|ge|lt|le|pr|and|or|not)(?=[\\s(]|$)");
    private static final AttributedStyle VALUE = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle OPERATOR = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle FAULT =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).underline();

    private final boolean coloured;

    LineHighlighter(boolean coloured) {
        this.coloured = coloured;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        int start = PromptWords.filterStart(line);
        if (start < 0) {
            reader.setTailTip("");
            return new AttributedString(line);
        }
        FilterText filter = FilterText.of(line, start);
        List<LintFinding> findings = filter.findings();
        reader.setTailTip(
                findings.isEmpty() ? "" : "  <- " + findings.get(0).message().seen());
        if (!coloured) {
            return new AttributedString(line);
        }
        AttributedStyle[] styles = new AttributedStyle[line.length()];
        Matcher matcher = TOKEN.matcher(line);
        for (int from = start; matcher.find(from); from = matcher.end()) {
            paint(styles, matcher.start(), matcher.end(), matcher.group(1) == null ? OPERATOR : VALUE);
        }
        for (LintFinding finding : findings) {
            paint(
                    styles,
                    filter.start() + finding.place().start(),
                    filter.start() + finding.place().end(),
                    FAULT);
        }
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (int i = 0; i < line.length(); i++) {
            text.append(line.substring(i, i + 1), styles[i] == null ? AttributedStyle.DEFAULT : styles[i]);
        }
        return text.toAttributedString();
    }

    private static void paint(AttributedStyle[] styles, int start, int end, AttributedStyle style) {
        for (int i = start; i < Math.min(end, styles.length); i++) {
            styles[i] = style;
        }
    }

    /** The filter of a line, and where it begins. */
    private record FilterText(String text, int start) {
        static FilterText of(String line, int behindCommand) {
            int start = behindCommand;
            while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
                start++;
            }
            return new FilterText(line.substring(start), start);
        }

        /**
         * What is wrong with it for users and for groups alike. A fault at the very end is no fault yet, and a line with
         * options or quotes around the filter is left to the command.
         */
        List<LintFinding> findings() {
            if (text.isBlank() || text.startsWith("-") || text.startsWith("'") || text.contains(" -")) {
                return List.of();
            }
            List<LintFinding> users = errors(ResourceKind.USERS);
            return errors(ResourceKind.GROUPS).isEmpty() ? List.of() : users;
        }

        private List<LintFinding> errors(ResourceKind kind) {
            int end = text.stripTrailing().length();
            return FilterLint.of(kind, text).stream()
                    .filter(LintFinding::isError)
                    .filter(finding -> finding.place().end() < end)
                    .toList();
        }
    }
}
