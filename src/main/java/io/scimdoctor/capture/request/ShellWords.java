package io.scimdoctor.capture.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Splits a pasted command at white space outside quotes, much as shells do. A variable becomes a blank to be filled
 * in, such as {@code {id}}: nobody knows its value here, so that nothing may be held against it.
 */
final class ShellWords {
    private static final char NONE = 0;
    /** Within {@code $'…'}, where a backslash escapes a single quote too. */
    private static final char ANSI = 'A';

    /** A variable of Windows' shell; two digits of a URL's encoding are none. */
    private static final String WINDOWS = "%((?:(?![0-9A-Fa-f]{2})[A-Za-z_]{2}|[A-Za-z_]{3})[A-Za-z_]{0,60})%";

    private static final String ESCAPED = "\"\\$` '\n";

    private final String command;
    private final Names names;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote = NONE;
    private int at;
    private int open;

    private ShellWords(String command, Names names) {
        this.command = command;
        this.names = names;
    }

    static List<String> split(String command, Names names) {
        return new ShellWords(command.replaceAll(WINDOWS, "\\${$1}"), names).split();
    }

    /** Whether a quote is open at the end of a command. */
    static boolean isOpen(String command) {
        ShellWords words = new ShellWords(command, new Names(false));
        words.split();
        return words.quote != NONE;
    }

    /** Whether the text is nothing but a blank to be filled in. */
    static boolean isBlank(@Nullable String text) {
        return text != null && text.matches("\\{\\w+}");
    }

    private List<String> split() {
        for (at = 0; at < command.length() && !isClosed(command.charAt(at)); at++) {
            character(command.charAt(at));
        }
        end();
        return words;
    }

    /** Whether the command ends here, or the {@code $(…)} in which it stands. */
    private boolean isClosed(char c) {
        open += c == '(' && quote == NONE ? 1 : 0;
        open -= c == ')' && quote == NONE ? 1 : 0;
        return open < 0 || (quote == NONE && command.startsWith("; ", at));
    }

    private void character(char c) {
        if (quote == NONE && Character.isWhitespace(c)) {
            end();
            return;
        }
        begun = true;
        if (c == '\\' && quote != '\'' && at + 1 < command.length()) {
            escape(command.charAt(++at));
        } else if (c == '$' && quote == NONE && command.startsWith("'", at + 1)) {
            quote = ANSI;
            at++;
        } else if (quote == NONE && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == (quote == ANSI ? '\'' : quote)) {
            quote = NONE;
        } else if (c != '$' || quote == '\'' || quote == ANSI || !variable()) {
            word.append(c);
        }
    }

    private void escape(char c) {
        int control = quote == ANSI ? "nrt".indexOf(c) : -1;
        boolean unicode = quote == ANSI && c == 'u' && at + 5 <= command.length();
        if (control >= 0) {
            word.append("\n\r\t".charAt(control));
        } else if (unicode && command.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
            word.append((char) Integer.parseInt(command.substring(at + 1, at + 5), 16));
            at += 4;
        } else if (ESCAPED.indexOf(c) >= 0) {
            word.append(c);
        } else {
            word.append('\\').append(c);
        }
    }

    private boolean variable() {
        Matcher variable = Names.VARIABLE.matcher(command).region(at, command.length());
        boolean found = variable.lookingAt();
        if (found) {
            String name = variable.group().replaceAll("\\$(?:\\(.*|\\{)?|\\b\\W.*", "");
            word.append(names.text(name.isEmpty() ? "value" : name));
            at = variable.end() - 1;
        }
        return found;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
