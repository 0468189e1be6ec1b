package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.CommandEntry;
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
    private static final Pattern PIECE = Pattern.compile("(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?+|\\S)++");
    /** Its group is a quote that nothing closes. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"']++)*+([\"'].*+)?");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*+)\"|'([^']*+)'");
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
        CommandEntry command = program.command(List.of("lint", "filter"));
        return (command == null ? List.<OptionEntry>of() : command.options())
                .stream()
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
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            if (word.group(1) != null) {
                throw new IllegalArgumentException("the quote " + word.group(1).charAt(0)
                        + " is not closed; quotes of either kind hold a word together");
            }
            if (!word.group().isEmpty()) {
                words.add(QUOTED.matcher(word.group()).replaceAll("$1$2"));
            }
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

    /** Removes single quotes around the whole filter, which other shells need. */
    private static String unquoted(String filter) {
        boolean quoted = filter.length() > 1 && filter.startsWith("'") && filter.endsWith("'");
        return quoted && filter.indexOf('\'', 1) == filter.length() - 1
                ? filter.substring(1, filter.length() - 1)
                : filter;
    }
}
