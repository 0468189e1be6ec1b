package io.scimdoctor.cli.shell;

import io.scimdoctor.lint.FilterLint;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.scim.ResourceKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours a filter while it is typed, marks what the API would refuse, and says why behind it. */
record LineHighlighter(boolean coloured) implements Highlighter {
    private static final Pattern TOKEN = Pattern.compile(
            "(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?)|(?<=\\s)(eq|ne|co|sw|ew|gt|ge|lt|le|pr|and|or|not)(?=[\\s(]|$)");
    private static final AttributedStyle VALUE = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle OPERATOR = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle FAULT =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).underline();

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        int start = PromptWords.filterStart(line);
        if (start < 0) {
            reader.setTailTip("");
            return new AttributedString(line);
        }
        String filter = line.substring(start).stripLeading();
        List<LintFinding> findings = findings(filter);
        reader.setTailTip(
                findings.isEmpty() ? "" : "  <- " + findings.get(0).message().seen());
        if (!coloured) {
            return new AttributedString(line);
        }
        AttributedStringBuilder text =
                new AttributedStringBuilder().append(line).styleMatches(TOKEN, List.of(VALUE, OPERATOR));
        int before = line.length() - filter.length();
        for (LintFinding finding : findings) {
            int from = before + finding.place().start();
            int to = before + finding.place().end();
            text = new AttributedStringBuilder()
                    .append(text, 0, from)
                    .append(line.substring(from, to), FAULT)
                    .append(text, to, line.length());
        }
        return text.toAttributedString();
    }

    /**
     * What is wrong with a filter for users and for groups alike. A fault at the very end is no fault yet, and a line with
     * options or quotes around the filter is left to the command.
     */
    private static List<LintFinding> findings(String filter) {
        if (filter.isBlank() || filter.startsWith("-") || filter.startsWith("'") || filter.contains(" -")) {
            return List.of();
        }
        return errors(ResourceKind.GROUPS, filter).isEmpty() ? List.of() : errors(ResourceKind.USERS, filter);
    }

    private static List<LintFinding> errors(ResourceKind kind, String filter) {
        int end = filter.stripTrailing().length();
        return FilterLint.of(kind, filter).stream()
                .filter(finding -> finding.isError() && finding.place().end() < end)
                .toList();
    }
}
