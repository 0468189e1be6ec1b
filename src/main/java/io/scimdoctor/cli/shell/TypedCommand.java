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
        for (CommandEntry command : program.commands()) {
            List<String> name = List.of(command.name().split(" "));
            if (words.size() >= name.size() && words.subList(0, name.size()).equals(name)) {
                return Optional.of(new TypedCommand(command, words));
            }
        }
        return Optional.empty();
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
                value = isFollowed(word);
            }
        }
        return parameters;
    }

    boolean has(String option) {
        return !values(option).isEmpty();
    }

    /** What stands behind each mention of an option; an empty text where it is the last word. */
    List<String> values(String option) {
        List<String> names = entry.options().stream()
                .map(OptionEntry::names)
                .filter(all -> all.contains(option))
                .findFirst()
                .orElse(List.of(option));
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

    private boolean isFollowed(String word) {
        for (OptionEntry option : entry.options()) {
            if (option.names().contains(word)) {
                return option.isFollowed();
            }
        }
        return false;
    }
}
