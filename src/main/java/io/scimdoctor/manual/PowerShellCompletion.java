package io.scimdoctor.manual;

import io.scimdoctor.json.Resource;
import java.util.List;

/** The script for PowerShell 5.1 and later. */
final class PowerShellCompletion {
    private final Program program;
    private final Candidates candidates;
    private final StringBuilder text = new StringBuilder();
    /** What stands around the generated parts. */
    private final String[] frame =
            Resource.text(PowerShellCompletion.class, "completion.ps1").split("# @generated\n", -1);

    PowerShellCompletion(Program program, Candidates candidates) {
        this.program = program;
        this.candidates = candidates;
    }

    String script() {
        text.append(frame[0]);
        text.append("    # What a script can know: a value, a tab, and what it is.\n    $lists = @{\n");
        for (Value value : ValueWords.listed()) {
            words("'" + value.word() + "'", candidates.of(value, ""));
        }
        text.append("    }\n\n    # The words that may follow.\n    $members = @{\n");
        words("''", program.firstWords());
        for (String group : program.groups().keySet()) {
            words("'" + group + "'", program.words(group));
        }
        text.append(
                "    }\n\n    # The names of each option, the kind of its value, and what it does.\n    $options = @{\n");
        for (CommandEntry command : program.commands()) {
            options(command);
        }
        text.append("    }\n\n    # How many words follow, and of which kind.\n    $parameters = @{\n");
        for (CommandEntry command : program.commands()) {
            parameters(command);
        }
        return text.append("    }\n\n").append(frame[1]).toString();
    }

    private void words(String key, List<Candidate> words) {
        text.append("        ").append(key).append(" = @(\n");
        for (Candidate word : words) {
            text.append("            ").append(quoted(word.value())).append(" + \"`t\" + ");
            text.append(quoted(ValueWords.brief(word.description()))).append('\n');
        }
        text.append("        )\n");
    }

    private void options(CommandEntry command) {
        text.append("        ").append(quoted(command.name())).append(" = @(\n");
        for (int i = 0; i < command.options().size(); i++) {
            OptionEntry option = command.options().get(i);
            // The comma before a single array keeps PowerShell from dissolving it.
            text.append("            ,@(")
                    .append(quoted(String.join(",", option.names())))
                    .append(", ");
            text.append(quoted(option.isFlag() ? "" : ValueWords.of(option))).append(", ");
            text.append(quoted(ValueWords.brief(option.description()))).append(")\n");
        }
        text.append("        )\n");
    }

    private void parameters(CommandEntry command) {
        ParametersEntry parameters = command.parameters();
        if (!parameters.isEmpty()) {
            text.append("        ")
                    .append(quoted(command.name()))
                    .append(" = @(")
                    .append(parameters.most());
            text.append(", ")
                    .append(quoted(ValueWords.of(parameters.value(), parameters.choices())))
                    .append(")\n");
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "''") + "'";
    }
}
