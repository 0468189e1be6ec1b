package io.scimdoctor.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Run by the build: finds plain texts of which a message must hold one for a regular expression to match at all. Looking
 * for a text is nearly free, while compiling an expression costs a cold start a millisecond.
 */
final class RequiredLiterals {
    private static final int SHORTEST = 4;

    private RequiredLiterals() {}

    /** One text for each alternative, in lower case; empty when some alternative has none that is certain. */
    static List<String> of(String pattern) {
        List<String> needles = new ArrayList<>();
        for (String alternative : alternatives(pattern)) {
            String needle = longestLiteral(alternative);
            if (needle.length() < SHORTEST) {
                return List.of();
            }
            needles.add(needle.toLowerCase(Locale.ROOT));
        }
        return needles;
    }

    /** The parts between the bars that stand outside of groups and classes, with both taken out. */
    private static List<String> alternatives(String pattern) {
        List<String> alternatives = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                current.append(depth == 0 && !inClass ? "\0" : "");
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
                current.append(depth == 0 ? "\0" : "");
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
                current.append('\0');
            } else if (depth == 0 && c == '|') {
                alternatives.add(current.toString());
                current.setLength(0);
            } else if (depth == 0) {
                current.append(c);
            }
        }
        alternatives.add(current.toString());
        return alternatives;
    }

    /** The longest run of plain characters; one that a quantifier may take away ends the run before it. */
    private static String longestLiteral(String alternative) {
        String longest = "";
        StringBuilder run = new StringBuilder();
        for (int i = 0; i <= alternative.length(); i++) {
            char c = i == alternative.length() ? '\0' : alternative.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || c == ' ' || c == '\'';
            boolean optional = c == '?' || c == '*' || c == '{';
            if (plain) {
                run.append(c);
            } else {
                if (optional && run.length() > 0) {
                    run.setLength(run.length() - 1);
                }
                longest = run.length() > longest.length() ? run.toString() : longest;
                run.setLength(0);
                i = c == '{' ? Math.max(i, alternative.indexOf('}', i)) : i;
            }
        }
        return longest;
    }
}
