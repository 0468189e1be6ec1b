package io.scimdoctor.manual;

import java.util.ArrayList;
import java.util.List;

/**
 * The prose and the examples of one command, from the file that bears its name, behind what it declares. In it, a paragraph is text; {@code == }
 * begins an example with its title, {@code $ } its command line, and the lines behind that are the real output, which a
 * test compares. A line with {@code % } is run before an example and not shown.
 */
public record ManualPage(List<String> paragraphs, List<Example> examples) {
    public ManualPage {
        paragraphs = List.copyOf(paragraphs);
        examples = List.copyOf(examples);
    }

    public static ManualPage of(CommandEntry command) {
        return parse(CommandEntry.paragraphs(command.name())[2]);
    }

    private static ManualPage parse(String text) {
        int start = text.indexOf("== ");
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : (start < 0 ? text : text.substring(0, start)).split("\n\n")) {
            if (!paragraph.isBlank()) {
                paragraphs.add(paragraph.strip().replace('\n', ' '));
            }
        }
        List<Example> examples = new ArrayList<>();
        if (start >= 0) {
            for (String part : text.substring(start + 3).split("(?m)^== ")) {
                examples.add(example(part));
            }
        }
        return new ManualPage(paragraphs, examples);
    }

    private static Example example(String part) {
        String command = "";
        StringBuilder output = new StringBuilder();
        List<String> lines = part.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("$ ")) {
                command = line.substring(2);
            } else if (!line.startsWith("% ") && !command.isEmpty()) {
                output.append(line).append('\n');
            }
        }
        return new Example(lines.get(0), command, output.toString().strip());
    }
}
