package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line as the description of the commands reads it.
 *
 * @param words all of it, the command's name first
 */
record TypedCommand(CommandEntry entry, List<String> words) {
    TypedCommand {
        words = List.copyOf(words);
    }

    /** The command that the first words name, or nothing. */
    static Optional<TypedCommand> of(List<String> words, Program program) {
        return Optional.ofNullable(program.command(words)).map(entry -> new TypedCommand(entry, words));
    }

    boolean is(String name) {
        return entry.name().equals(name);
    }

    /** The words that are neither options nor their values. */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        boolean value = false;
        boolean rest = false;
        for (String word : behindName()) {
            if (value) {
                value = false;
            } else if (rest || word.equals("-") || !word.startsWith("-")) {
                parameters.add(word);
            } else if (word.equals("--")) {
                rest = true;
            } else {
                OptionEntry option = entry.option(word);
                value = option != null && option.isFollowed();
            }
        }
        return parameters;
    }

    boolean has(String option) {
        return !values(option).isEmpty();
    }

    /** What stands behind each mention of an option; an empty text where it is the last word. */
    List<String> values(String option) {
        OptionEntry declared = entry.option(option);
        List<String> names = declared == null ? List.of(option) : declared.names();
        List<String> values = new ArrayList<>();
        List<String> behind = behindName();
        for (int i = 0; i < behind.size() && !behind.get(i).equals("--"); i++) {
            String word = behind.get(i);
            for (String name : names) {
                if (word.equals(name)) {
                    values.add(i + 1 < behind.size() ? behind.get(i + 1) : "");
                } else if (word.startsWith(name + "=")) {
                    values.add(word.substring(name.length() + 1));
                } else if (name.length() == 2 && word.startsWith(name)) {
                    values.add(word.substring(2));
                }
            }
        }
        return values;
    }

    /** The same with more options right behind the name. */
    TypedCommand with(List<String> options) {
        List<String> longer = new ArrayList<>(words.subList(0, nameLength()));
        longer.addAll(options);
        longer.addAll(behindName());
        return new TypedCommand(entry, longer);
    }

    /** The same with more parameters at its end. */
    TypedCommand followedBy(List<String> parameters) {
        List<String> longer = new ArrayList<>(words);
        longer.addAll(parameters);
        return new TypedCommand(entry, longer);
    }

    private List<String> behindName() {
        return words.subList(nameLength(), words.size());
    }

    private int nameLength() {
        return entry.name().split(" ").length;
    }
}
