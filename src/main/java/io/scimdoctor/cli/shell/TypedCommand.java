package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line as the description of the commands reads it.
 *
 * @param words all of it, the command's name first
 * @param parameters the words that are neither options nor their values
 * @param options under its long name what stands behind each mention of an option, or an empty text
 */
record TypedCommand(
        CommandEntry entry, List<String> words, List<String> parameters, Map<String, List<String>> options) {

    /** The command that the first words name, or nothing. */
    static Optional<TypedCommand> of(List<String> words, Program program) {
        return Optional.ofNullable(program.command(words)).map(entry -> of(entry, words));
    }

    private static TypedCommand of(CommandEntry entry, List<String> words) {
        List<String> parameters = new ArrayList<>();
        Map<String, List<String>> options = new HashMap<>();
        Iterator<String> rest = words.subList(nameLength(entry), words.size()).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.equals("--")) {
                rest.forEachRemaining(parameters::add);
            } else if (word.equals("-") || !word.startsWith("-")) {
                parameters.add(word);
            } else {
                String name = word.startsWith("--") ? word.split("=", 2)[0] : word.substring(0, 2);
                OptionEntry option = entry.option(name);
                boolean followed = option != null && option.isFollowed() && word.equals(name) && rest.hasNext();
                String value =
                        followed ? rest.next() : word.substring(name.length()).replaceFirst("^=", "");
                options.computeIfAbsent(option == null ? name : option.name(), any -> new ArrayList<>())
                        .add(value);
            }
        }
        return new TypedCommand(entry, words, parameters, options);
    }

    /** @param option its long name */
    boolean has(String option) {
        return options.containsKey(option);
    }

    /** Whether it says itself what it is about; a ticket made of a capture needs no run. */
    boolean isNamed() {
        return !parameters.isEmpty() || has("--from");
    }

    /** The same with more options right behind the name, and more parameters at its end. */
    TypedCommand with(List<String> moreOptions, List<String> moreParameters) {
        List<String> longer = new ArrayList<>(words);
        longer.addAll(nameLength(entry), moreOptions);
        longer.addAll(moreParameters);
        return of(entry, longer);
    }

    private static int nameLength(CommandEntry entry) {
        return entry.name().split(" ").length;
    }
}
