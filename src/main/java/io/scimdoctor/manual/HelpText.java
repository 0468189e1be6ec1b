package io.scimdoctor.manual;

import java.util.List;
import java.util.Map;

/** The help of one command, for 80 columns: its own options first, those that all commands share last. */
public final class HelpText {
    private static final int WIDTH = 80;
    private static final int COLUMN = 29;

    private final StringBuilder text = new StringBuilder();

    private HelpText() {}

    public static String of(CommandEntry command) {
        HelpText help = new HelpText();
        help.text.append("Usage: ").append(command.usage()).append("\n\n");
        help.text.append(Wrapped.text(command.summary(), 0, 0, WIDTH)).append('\n');
        help.parameters(command.parameters());
        Map<String, List<OptionEntry>> sections = command.sections();
        sections.forEach((section, options) -> {
            String heading = section.isEmpty() || sections.size() == 1 ? "Options" : section;
            help.text.append('\n').append(heading).append(":\n");
            options.forEach(help::option);
        });
        List<Candidate> variables = Variables.settings(command);
        help.text.append(variables.isEmpty() ? "" : "\nEnvironment variables:\n");
        variables.forEach(each -> entry(help.text, each.value(), each.description(), COLUMN));
        help.examples(CommandEntry.paragraphs(command.name())[2]);
        return help.text + "\nExit codes: 0 healthy, 1 a problem, 2 wrong usage, 3 no verdict.\n";
    }

    private void parameters(ParametersEntry parameters) {
        if (!parameters.isEmpty()) {
            text.append('\n');
            entry(text, parameters.synopsis(), parameters.description(), COLUMN);
        }
    }

    private void option(OptionEntry option) {
        String names = option.names().size() == 1 ? "    " + option.name() : String.join(", ", option.names());
        entry(text, names + option.assignment(), option.description(), COLUMN);
    }

    /** A name and what is said of it, which begins in that column, on the next line when the name is long. */
    public static void entry(StringBuilder text, String name, String description, int column) {
        int gap = column - 2 - name.length();
        text.append("  ").append(name).append(gap > 1 ? " ".repeat(gap) : "\n" + " ".repeat(column));
        text.append(Wrapped.text(description, column, column, WIDTH)).append('\n');
    }

    /** The title and the command line of each example, which follow the prose. */
    private void examples(String page) {
        text.append(page.contains("== ") ? "\nExamples:\n" : "");
        for (String line : page.split("\n")) {
            if (line.startsWith("== ")) {
                text.append("  ").append(line.substring(3)).append(":\n");
            } else if (line.startsWith("$ ")) {
                text.append("    ").append(line.substring(2)).append('\n');
            }
        }
    }
}
