package io.scimdoctor.manual;

import java.util.List;
import java.util.Map;

/** The help of one command, for 80 columns: its own options first, those that all commands share last. */
public final class HelpText {
    private static final int WIDTH = 80;
    private static final int COLUMN = 29;

    private final StringBuilder text = new StringBuilder();

    private HelpText() {}

    public static String of(CommandEntry command, ManualPage page) {
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
        help.examples(page);
        return help.text
                .append("\nExit codes: 0 healthy, 1 a problem, 2 wrong usage, 3 no verdict.\n")
                .toString();
    }

    private void parameters(ParametersEntry parameters) {
        if (!parameters.isEmpty()) {
            text.append('\n');
            entry("  " + parameters.synopsis(), parameters.description());
        }
    }

    private void option(OptionEntry option) {
        String names = option.names().size() == 1 ? "    " + option.name() : String.join(", ", option.names());
        entry("  " + names + option.assignment(), option.description());
    }

    private void entry(String names, String description) {
        text.append(names);
        if (names.length() + 2 > COLUMN) {
            text.append('\n').append(" ".repeat(COLUMN));
        } else {
            text.append(" ".repeat(COLUMN - names.length()));
        }
        text.append(Wrapped.text(description, COLUMN, COLUMN, WIDTH)).append('\n');
    }

    private void examples(ManualPage page) {
        if (!page.examples().isEmpty()) {
            text.append("\nExamples:\n");
        }
        for (Example example : page.examples()) {
            text.append("  ").append(example.title()).append(":\n");
            text.append("    ").append(example.command()).append('\n');
        }
    }
}
