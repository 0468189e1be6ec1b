package io.scimdoctor.manual;

import java.util.List;

/** The script for PowerShell 5.1 and later. */
final class PowerShellCompletion extends Completion {
    PowerShellCompletion(Program program, Candidates candidates) {
        super("completion.ps1", program, candidates);
    }

    @Override
    void generate() {
        put("    # What a script can know: a value, a tab, and what it is.\n    $lists = @{\n");
        LISTED.forEach(value -> words(value.slug(), list(value)));
        put("    }\n\n    # The words that may follow.\n    $members = @{\n");
        words("", program.words(""));
        program.groups().keySet().forEach(group -> words(group, program.words(group)));
        put("    }\n\n    # The names of each option, the kind of its value, and what it does.\n    $options = @{\n");
        for (CommandEntry command : program.commands()) {
            put("        ", quoted(command.name()), " = @(\n");
            for (OptionEntry option : command.options()) {
                // The comma before a single array keeps PowerShell from dissolving it.
                put("            ,@(", quoted(String.join(",", option.names())), ", ", quoted(kind(option)), ", ");
                put(quoted(brief(option.description())), ")\n");
            }
            put("        )\n");
        }
        put("    }\n\n    # How many words follow, and of which kind.\n    $parameters = @{\n");
        for (CommandEntry command : program.commands()) {
            ParametersEntry parameters = command.parameters();
            if (!parameters.isEmpty()) {
                put("        ", quoted(command.name()), " = @(", Integer.toString(most(parameters)), ", ");
                put(quoted(kind(parameters.value(), parameters.choices())), ")\n");
            }
        }
        put("    }\n\n");
    }

    private void words(String key, List<Candidate> words) {
        put("        ", quoted(key), " = @(\n");
        for (Candidate word : words) {
            put("            ", quoted(word.value()), " + \"`t\" + ", quoted(brief(word.description())), "\n");
        }
        put("        )\n");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "''") + "'";
    }
}
