package io.scimdoctor.manual;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The script for bash, with or without the package bash-completion. */
final class BashCompletion extends Completion {
    BashCompletion(Program program, Candidates candidates) {
        super("completion.bash", program, candidates);
    }

    @Override
    void generate() {
        for (Value value : Value.values()) {
            if (LIVE.contains(value)) {
                put("    ", value.slug(), ") list=$(_scimdoctor_ask ", value.slug(), ") ;;\n");
            } else if (LISTED.contains(value)) {
                String list = Wrapped.text(values(list(value)), 0, 0, 100);
                put("    ", value.slug(), ")\n      list='\n", list, "'\n      ;;\n");
            }
        }
        frame(1);
        members();
        options();
        kinds();
        parameters();
    }

    /** The words that may follow: commands, and those of a group. */
    private void members() {
        put("_scimdoctor_members() {\n  members=\n  case $1 in\n");
        put("    '') members='", values(program.words("")), " help' ;;\n");
        for (String group : program.groups().keySet()) {
            put("    ", group, ") members='", values(program.words(group)), "' ;;\n");
        }
        put("  esac\n}\n\n");
    }

    private void options() {
        put("_scimdoctor_options() {\n  case $1 in\n");
        for (CommandEntry command : program.commands()) {
            String names = command.options().stream()
                    .flatMap(option -> option.names().stream())
                    .collect(Collectors.joining(" "));
            put("    '", command.name(), "') options='", names, "' ;;\n");
        }
        put("    *) options='-h --help -V --version' ;;\n  esac\n}\n\n");
    }

    /** An option that means the same everywhere is told once. */
    private void kinds() {
        Map<String, Set<String>> everywhere = new LinkedHashMap<>();
        for (CommandEntry command : program.commands()) {
            for (OptionEntry option : command.options()) {
                everywhere
                        .computeIfAbsent(option.name(), name -> new LinkedHashSet<>())
                        .add(kind(option));
            }
        }
        Set<String> lines = new LinkedHashSet<>();
        for (CommandEntry command : program.commands()) {
            for (OptionEntry option : command.options()) {
                boolean same = everywhere.getOrDefault(option.name(), Set.of()).size() == 1;
                if (!option.isFlag()) {
                    lines.add(line(same ? "*" : "'" + command.name() + "'", option));
                }
            }
        }
        put("_scimdoctor_kind() {\n  kind=\n  case $1 in\n", String.join("", lines), "  esac\n}\n\n");
    }

    private static String line(String command, OptionEntry option) {
        String patterns =
                option.names().stream().map(name -> command + "' " + name + "'").collect(Collectors.joining(" | "));
        return "    " + patterns + ") kind='" + kind(option) + "' ;;\n";
    }

    private void parameters() {
        put("_scimdoctor_parameters() {\n  kind=\n  case $1 in\n");
        for (CommandEntry command : program.commands()) {
            ParametersEntry parameters = command.parameters();
            if (!parameters.isEmpty() && parameters.value() != Value.TEXT) {
                String kind = kind(parameters.value(), parameters.choices());
                String limit = isEndless(parameters) ? "" : "(($2 < " + most(parameters) + ")) && ";
                put("    '", command.name(), "') ", limit, "kind='", kind, "' ;;\n");
            }
        }
        put("  esac\n}\n\n");
    }
}
