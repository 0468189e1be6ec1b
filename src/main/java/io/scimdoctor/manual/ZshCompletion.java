package io.scimdoctor.manual;

import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The script for zsh, by the means of its completion system: it shows what each word is for. */
final class ZshCompletion {
    private final Program program;
    private final Candidates candidates;
    private final StringBuilder text = new StringBuilder();
    /** What stands around the generated parts. */
    private final String[] frame =
            Resource.text(ZshCompletion.class, "completion.zsh").split("# @generated\n", -1);

    ZshCompletion(Program program, Candidates candidates) {
        this.program = program;
        this.candidates = candidates;
    }

    String script() {
        text.append(frame[0]);
        for (Value value : ValueWords.listed()) {
            list("_scimdoctor_" + value.word(), value.word(), candidates.of(value, ""));
        }
        for (CommandEntry command : program.commands()) {
            command(command);
        }
        List<Candidate> first = new ArrayList<>(program.firstWords());
        first.add(new Candidate("help", "Show how a command is used."));
        level("_scimdoctor_command", first);
        for (String group : program.groups().keySet()) {
            level("_scimdoctor_" + group, program.words(group));
        }
        return text.append(frame[1]).toString();
    }

    private void list(String function, String what, List<Candidate> candidates) {
        text.append(function).append("() {\n  local -a found=(\n");
        for (Candidate candidate : candidates) {
            String described = candidate.value() + ":" + ValueWords.brief(candidate.description());
            text.append("    ").append(quoted(described)).append('\n');
        }
        text.append("  )\n  _describe -t ")
                .append(what)
                .append("s ")
                .append(what)
                .append(" found\n}\n\n");
    }

    /** One word that chooses, and what the chosen function makes of the rest. */
    private void level(String function, List<Candidate> members) {
        list(function + "_words", "command", members);
        text.append(function).append("() {\n  local line state ret=1\n  _arguments -C");
        if (function.equals("_scimdoctor_command")) {
            text.append(" '(- *)'{-h,--help}'[Show the commands]' '(- *)'{-V,--version}'[Print the version]'");
        }
        text.append(" ':command:").append(function).append("_words' '*:: :->rest' && ret=0\n");
        String next = function.equals("_scimdoctor_command") ? "_scimdoctor_" : function + "_";
        text.append("  [[ $state == rest ]] && (($+functions[").append(next).append("$words[1]])) && ");
        text.append(next).append("$words[1] && ret=0\n  return ret\n}\n\n");
    }

    private void command(CommandEntry command) {
        text.append("_scimdoctor_").append(command.name().replace(' ', '_')).append("() {\n  _arguments -s -S");
        for (OptionEntry option : command.options()) {
            for (String name : option.names()) {
                text.append(" \\\n    ").append(specification(option, name));
            }
        }
        parameters(command.parameters());
        text.append("\n}\n\n");
    }

    private static String specification(OptionEntry option, String name) {
        String repeat = option.repeatable()
                ? "*"
                : option.names().size() > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
        String sign = option.isFlag() ? "" : name.startsWith("--") ? "=" : "+";
        String description =
                ValueWords.brief(option.description()).replace("[", "\\[").replace("]", "\\]");
        String label = option.label().replaceAll("\\[.*", "").toLowerCase(Locale.ROOT);
        String value = option.isFlag()
                ? ""
                : (option.optional() ? "::" : ":") + label + ":" + action(option.value(), option.choices(), label);
        return quoted(repeat + name + sign + "[" + description + "]" + value);
    }

    private static String action(Value value, List<String> choices, String label) {
        return switch (value) {
            case TEXT -> " ";
            case CHOICE -> "(" + String.join(" ", choices) + ")";
            case FORMAT -> "{_scimdoctor_format " + String.join(" ", choices) + "}";
            case FILE -> "_files";
            case OPERATION -> "{_alternative 'operations:operation:_scimdoctor_operation' 'files:file:_files'}";
            case FINDING, SCENARIO, METHOD -> "{_scimdoctor_" + value.word() + "}";
            case RUN, WATCH, PROFILE -> "{_scimdoctor_ask " + value.word() + " " + label + "}";
        };
    }

    private void parameters(ParametersEntry parameters) {
        int most = Math.min(parameters.most(), 3);
        String label =
                parameters.value() == Value.TEXT ? "value" : parameters.value().word();
        String action = action(parameters.value(), parameters.choices(), label);
        if (parameters.most() == Integer.MAX_VALUE) {
            text.append(" \\\n    ").append(quoted("*:" + label + ":" + action));
            return;
        }
        for (int i = 0; i < most; i++) {
            text.append(" \\\n    ").append(quoted("::" + label + ":" + action));
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
