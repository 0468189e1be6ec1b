package io.scimdoctor.cli.shell;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
     * @throws Stopped when a quote is not closed
     */
    static List<String> of(String line, Program program) {
        int filter = filterStart(line);
        return filter < 0 ? split(line) : withFilter(line.substring(filter), program);
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
                throw Stopped.usage(
                        "the quote " + word.group(1).charAt(0) + " is not closed",
                        "quotes of either kind hold a word together");
            }
            if (!word.group().isEmpty()) {
                words.add(QUOTED.matcher(word.group()).replaceAll("$1$2"));
            }
        }
        return withoutProgram(words);
    }

    /** Examples of the manual begin with the program's name. */
    static List<String> withoutProgram(List<String> words) {
        return words.size() > 1 && words.get(0).equals("scimdoctor") ? words.subList(1, words.size()) : words;
    }

    private static List<String> withFilter(String text, Program program) {
        List<String> words = new ArrayList<>(List.of("lint", "filter"));
        StringBuilder filter = new StringBuilder();
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        boolean value = false;
        while (piece.find()) {
            boolean option = value || OPTION.matcher(piece.group()).matches();
            if (option) {
                words.add(piece.group());
                value = !value && isFollowed(List.of("lint", "filter", piece.group()), program);
            } else {
                filter.append(filter.isEmpty() ? "" : text.substring(end, piece.start()))
                        .append(piece.group());
            }
            end = piece.end();
        }
        if (!filter.isEmpty()) {
            words.add("--");
            // Other shells need single quotes around the whole filter.
            words.add(filter.toString().replaceFirst("^'([^']*+)'$", "$1"));
        }
        return words;
    }

    /** Whether the last of the words is an option that takes the next one. */
    static boolean isFollowed(List<String> words, Program program) {
        CommandEntry command = program.command(words);
        OptionEntry option = command == null ? null : command.option(words.get(words.size() - 1));
        return option != null && option.isFollowed();
    }
}
