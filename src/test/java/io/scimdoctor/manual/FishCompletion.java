package io.scimdoctor.manual;

import java.util.List;

/** The script for fish. */
final class FishCompletion extends Completion {
    FishCompletion(Program program, Candidates candidates) {
        super("completion.fish", program, candidates);
    }

    @Override
    void generate() {
        put("function __scimdoctor_length\n    switch $argv[1]\n        case ");
        put(String.join(" ", program.groups().keySet()), "\n            echo 2\n        case '*'\n");
        put("            echo 1\n    end\nend\n\n");
        for (Value value : LISTED) {
            put("function __scimdoctor_", value.slug(), "\n    printf '%s\\t%s\\n'");
            for (Candidate candidate : list(value)) {
                put(" \\\n        ", quoted(candidate.value()), " ", quoted(brief(candidate.description())));
            }
            put("\nend\n\n");
        }
        put("complete -c scimdoctor -f\n");
        words("", program.words(""));
        line("", " -a help -d 'Show how a command is used'");
        line("", " -s h -l help -d 'Show the commands'");
        line("", " -s V -l version -d 'Print the version'");
        for (String group : program.groups().keySet()) {
            words(group, program.words(group));
        }
        for (CommandEntry command : program.commands()) {
            command.options().forEach(option -> line(command.name(), option(option)));
            parameters(command);
        }
    }

    private void words(String group, List<Candidate> members) {
        for (Candidate member : members) {
            line(group, " -a " + member.value() + " -d " + quoted(brief(member.description())));
        }
    }

    private void line(String condition, String rest) {
        // An empty word is no argument of a condition, so that nothing stands there.
        put("complete -c scimdoctor -n '__scimdoctor_at", condition.isEmpty() ? "" : " ", condition, "'", rest, "\n");
    }

    private static String option(OptionEntry option) {
        StringBuilder words = new StringBuilder();
        for (String name : option.names()) {
            words.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
        }
        words.append(" -d ").append(quoted(brief(option.description())));
        if (!option.isFlag()) {
            words.append(option.optional() ? " -f" : option.value() == Value.FILE ? " -r -F" : " -x");
            words.append(action(option.value(), option.choices()));
        }
        return words.toString();
    }

    private static String action(Value value, List<String> choices) {
        return switch (value) {
            case TEXT, FILE -> "";
            case CHOICE -> " -a " + quoted(String.join(" ", choices));
            case FORMAT -> " -a '(__scimdoctor_format " + String.join(" ", choices) + ")'";
            case FINDING, SCENARIO, METHOD, OPERATION -> " -a '(__scimdoctor_" + value.slug() + ")'";
            case RUN, WATCH, PROFILE -> " -k -a '(__scimdoctor_ask " + value.slug() + ")'";
        };
    }

    private void parameters(CommandEntry command) {
        ParametersEntry parameters = command.parameters();
        if (!parameters.isEmpty() && parameters.value() != Value.TEXT) {
            String limit = isEndless(parameters)
                    ? ""
                    : "; and __scimdoctor_given \"" + command.name() + "\" " + most(parameters);
            String files = parameters.value().isFile() ? " -F" : "";
            line(command.name() + limit, files + action(parameters.value(), parameters.choices()));
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
