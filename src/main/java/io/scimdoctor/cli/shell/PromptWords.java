package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts a line into words. Quotes of either kind hold a word together; a backslash and an exclamation mark mean themselves.
 * The filter of {@code lint filter} needs no quotes around it: it is taken as it was typed.
 */
final class PromptWords {
    private static final Pattern FILTER_COMMAND = Pattern.compile("\\s*lint\\s+filter(?=\\s|$)");
    private static final Pattern PIECE = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"?|\\S)+");
    private static final Pattern OPTION = Pattern.compile("-[a-z]|--[a-z-]+(?:=.*)?");

    private PromptWords() {}

    /**
     * @param program knows which options of {@code lint filter} take the next word
     * @throws IllegalArgumentException when a quote is not closed; the message says so
     */
    static List<String> of(String line, Program program) {
        int filter = filterStart(line);
        return filter < 0 ? split(line) : withFilter(line.substring(filter), followed(program));
    }

    private static Set<String> followed(Program program) {
        return program.commands().stream()
                .filter(command -> command.name().equals("lint filter"))
                .flatMap(command -> command.options().stream())
                .filter(OptionEntry::isFollowed)
                .flatMap(option -> option.names().stream())
                .collect(Collectors.toSet());
    }

    /** Where the text behind {@code lint filter} begins, or -1. */
    static int filterStart(String line) {
        Matcher matcher = FILTER_COMMAND.matcher(line);
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                begun = true;
                if (c == '"' || c == '\'') {
                    quote = c;
                } else {
                    word.append(c);
                }
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException(
                    "the quote " + quote + " is not closed; quotes of either kind hold a word together");
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    private static List<String> withFilter(String text, Set<String> followed) {
        List<String> options = new ArrayList<>();
        StringBuilder filter = new StringBuilder();
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        boolean value = false;
        while (piece.find()) {
            boolean option = value || OPTION.matcher(piece.group()).matches();
            if (option) {
                options.add(piece.group());
                value = !value && followed.contains(piece.group());
            } else {
                filter.append(filter.isEmpty() ? "" : text.substring(end, piece.start()))
                        .append(piece.group());
            }
            end = piece.end();
        }
        List<String> words = new ArrayList<>(List.of("lint", "filter"));
        words.addAll(options);
        if (!filter.isEmpty()) {
            words.add("--");
            words.add(unquoted(filter.toString()));
        }
        return words;
    }

    /** The habit of other shells: the whole filter in single quotes. */
    private static String unquoted(String filter) {
        boolean quoted = filter.length() > 1 && filter.startsWith("'") && filter.endsWith("'");
        return quoted && filter.indexOf('\'', 1) == filter.length() - 1
                ? filter.substring(1, filter.length() - 1)
                : filter;
    }
}
