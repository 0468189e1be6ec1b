package io.scimdoctor.manual;

import io.scimdoctor.exchange.First;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole command line.
 *
 * @param commands in the order of the help
 * @param groups the first words that several commands share, each with one line on them, in the same order
 */
public record Program(List<CommandEntry> commands, Map<String, String> groups) {

    /** The command that the first words name, or null. */
    public @Nullable CommandEntry command(List<String> words) {
        String line = String.join(" ", words) + " ";
        return First.of(commands, command -> line.startsWith(command.name() + " "));
    }

    /** What may follow the words that were typed: an empty text, or a group. */
    public List<Candidate> words(String group) {
        Map<String, String> words = new LinkedHashMap<>();
        for (CommandEntry command : commands) {
            String name = command.name();
            int space = name.indexOf(' ');
            String first = space < 0 ? name : name.substring(0, space);
            if (group.isEmpty()) {
                words.putIfAbsent(first, groups.getOrDefault(first, command.summary()));
            } else if (first.equals(group) && space > 0) {
                words.put(name.substring(space + 1), command.summary());
            }
        }
        return words.entrySet().stream()
                .map(word -> new Candidate(word.getKey(), word.getValue()))
                .toList();
    }
}
