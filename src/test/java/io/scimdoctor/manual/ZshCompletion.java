package io.scimdoctor.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The script for zsh, by the means of its completion system: it shows what each word is for. */
final class ZshCompletion extends Completion {
    private static final String FIRST = "_scimdoctor_command";

    ZshCompletion(Program program, Candidates candidates) {
        super("completion.zsh", program, candidates);
    }

    @Override
    void generate() {
        LISTED.forEach(value -> list("_scimdoctor_" + value.slug(), value.slug(), list(value)));
        for (CommandEntry command : program.commands()) {
            put("_scimdoctor_", command.name().replace(' ', '_'), "() {\n  _arguments -s -S");
            for (OptionEntry option : command.options()) {
                option.names().forEach(name -> argument(specification(option, name)));
            }
            parameters(command.parameters());
            put("\n}\n\n");
        }
        List<Candidate> first = new ArrayList<>(program.words(""));
        first.add(new Candidate("help", "Show how a command is used."));
        level(FIRST, "_scimdoctor_", first);
        for (String group : program.groups().keySet()) {
            level("_scimdoctor_" + group, "_scimdoctor_" + group + "_", program.words(group));
        }
    }

    private void list(String function, String what, List<Candidate> candidates) {
        put(function, "() {\n  local -a found=(\n");
        for (Candidate candidate : candidates) {
            put("    ", quoted(candidate.value() + ":" + brief(candidate.description())), "\n");
        }
        put("  )\n  _describe -t ", what, "s ", what, " found\n}\n\n");
    }

    /** One word that chooses, and what the chosen function, whose name goes on with the word, makes of the rest. */
    private void level(String function, String next, List<Candidate> members) {
        list(function + "_words", "command", members);
        put(function, "() {\n  local line state ret=1\n  _arguments -C");
        if (function.equals(FIRST)) {
            put(" '(- *)'{-h,--help}'[Show the commands]' '(- *)'{-V,--version}'[Print the version]'");
        }
        put(" ':command:", function, "_words' '*:: :->rest' && ret=0\n");
        put("  [[ $state == rest ]] && (($+functions[", next, "$words[1]])) && ");
        put(next, "$words[1] && ret=0\n  return ret\n}\n\n");
    }

    private void argument(String specification) {
        put(" \\\n    ", quoted(specification));
    }

    private static String specification(OptionEntry option, String name) {
        String repeat = option.repeatable()
                ? "*"
                : option.names().size() > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
        String sign = option.isFlag() ? "" : name.startsWith("--") ? "=" : "+";
        String description = brief(option.description()).replace("[", "\\[").replace("]", "\\]");
        String label = option.label().replaceAll("\\[.*", "").toLowerCase(Locale.ROOT);
        String value = option.isFlag()
                ? ""
                : (option.optional() ? "::" : ":") + label + ":" + action(option.value(), option.choices(), label);
        return repeat + name + sign + "[" + description + "]" + value;
    }

    private static String action(Value value, List<String> choices, String label) {
        return switch (value) {
            case TEXT -> " ";
            case CHOICE -> "(" + String.join(" ", choices) + ")";
            case FORMAT -> "{_scimdoctor_format " + String.join(" ", choices) + "}";
            case FILE -> "_files";
            case OPERATION -> "{_alternative 'operations:operation:_scimdoctor_operation' 'files:file:_files'}";
            case FINDING, SCENARIO, METHOD -> "{_scimdoctor_" + value.slug() + "}";
            case RUN, WATCH, PROFILE -> "{_scimdoctor_ask " + value.slug() + " " + label + "}";
        };
    }

    private void parameters(ParametersEntry parameters) {
        String label =
                parameters.value() == Value.TEXT ? "value" : parameters.value().slug();
        String rest = ":" + label + ":" + action(parameters.value(), parameters.choices(), label);
        if (isEndless(parameters)) {
            argument("*" + rest);
        } else {
            for (int i = 0; i < most(parameters); i++) {
                argument(":" + rest);
            }
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
