package io.scimdoctor.manual;

import io.scimdoctor.json.Resource;
import java.util.List;

/** The script for fish. */
final class FishCompletion {
    private final Program program;
    private final Candidates candidates;
    private final StringBuilder text = new StringBuilder();
    /** What stands around the generated parts. */
    private final String[] frame =
            Resource.text(FishCompletion.class, "completion.fish").split("# @generated\n", -1);

    FishCompletion(Program program, Candidates candidates) {
        this.program = program;
        this.candidates = candidates;
    }

    String script() {
        text.append(frame[0]);
        text.append("function __scimdoctor_length\n    switch $argv[1]\n        case ");
        text.append(String.join(" ", program.groups().keySet())).append("\n            echo 2\n        case '*'\n");
        text.append("            echo 1\n    end\nend\n\n");
        for (Value value : ValueWords.listed()) {
            list(value);
        }
        text.append("complete -c scimdoctor -f\n");
        words("", program.firstWords());
        line("''", " -a help -d 'Show how a command is used'");
        line("''", " -s h -l help -d 'Show the commands'");
        line("''", " -s V -l version -d 'Print the version'");
        for (String group : program.groups().keySet()) {
            words(group, program.words(group));
        }
        for (CommandEntry command : program.commands()) {
            for (OptionEntry option : command.options()) {
                line(quoted(command.name()), option(option));
            }
            parameters(command);
        }
        return text.toString();
    }

    private void list(Value value) {
        text.append("function __scimdoctor_").append(value.word()).append("\n    printf '%s\\t%s\\n'");
        for (Candidate candidate : candidates.of(value, "")) {
            text.append(" \\\n        ").append(quoted(candidate.value())).append(' ');
            text.append(quoted(ValueWords.brief(candidate.description())));
        }
        text.append("\nend\n\n");
    }

    private void words(String group, List<Candidate> members) {
        for (Candidate member : members) {
            String described = " -a " + member.value() + " -d " + quoted(ValueWords.brief(member.description()));
            line(quoted(group), described);
        }
    }

    private void line(String command, String rest) {
        // An empty word is no argument of a condition, so that nothing stands there.
        String condition = command.equals("''") ? "__scimdoctor_at" : "__scimdoctor_at " + command.replace("'", "");
        text.append("complete -c scimdoctor -n '")
                .append(condition)
                .append("'")
                .append(rest)
                .append('\n');
    }

    private static String option(OptionEntry option) {
        StringBuilder words = new StringBuilder();
        for (String name : option.names()) {
            words.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
        }
        words.append(" -d ").append(quoted(ValueWords.brief(option.description())));
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
            case FINDING, SCENARIO, METHOD, OPERATION -> " -a '(__scimdoctor_" + value.word() + ")'";
            case RUN, WATCH, PROFILE -> " -k -a '(__scimdoctor_ask " + value.word() + ")'";
        };
    }

    private void parameters(CommandEntry command) {
        ParametersEntry parameters = command.parameters();
        if (parameters.isEmpty() || parameters.value() == Value.TEXT) {
            return;
        }
        String files = parameters.value().isFile() ? " -F" : "";
        String limit = parameters.most() == Integer.MAX_VALUE
                ? ""
                : "; and __scimdoctor_given \"" + command.name() + "\" " + parameters.most();
        text.append("complete -c scimdoctor -n '__scimdoctor_at ")
                .append(command.name())
                .append(limit)
                .append("'");
        text.append(files)
                .append(action(parameters.value(), parameters.choices()))
                .append('\n');
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
