package io.scimdoctor.manual;

import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The script for bash, with or without the package bash-completion. */
final class BashCompletion {
    private final Program program;
    private final Candidates candidates;
    private final StringBuilder text = new StringBuilder();
    /** What stands around the generated parts. */
    private final String[] frame =
            Resource.text(BashCompletion.class, "completion.bash").split("# @generated\n", -1);

    BashCompletion(Program program, Candidates candidates) {
        this.program = program;
        this.candidates = candidates;
    }

    String script() {
        text.append(frame[0]);
        for (Value value : Value.values()) {
            if (value.isLive()) {
                text.append("    ")
                        .append(value.word())
                        .append(") list=$(_scimdoctor_ask ")
                        .append(value.word());
                text.append(") ;;\n");
            } else if (value.isListed()) {
                text.append("    ").append(value.word()).append(")\n      list='\n");
                text.append(list(value)).append("'\n      ;;\n");
            }
        }
        text.append(frame[1]);
        members();
        options();
        kinds();
        parameters();
        return text.append(frame[2]).toString();
    }

    private String list(Value value) {
        List<String> words = new ArrayList<>();
        for (Candidate candidate : candidates.of(value, "")) {
            words.add(candidate.value());
        }
        return Wrapped.text(String.join(" ", words), 0, 0, 100);
    }

    /** The words that may follow: commands, and those of a group. */
    private void members() {
        text.append("_scimdoctor_members() {\n  members=\n  case $1 in\n");
        text.append("    '') members='").append(words(program.firstWords())).append(" help' ;;\n");
        for (String group : program.groups().keySet()) {
            text.append("    ").append(group).append(") members='").append(words(program.words(group)));
            text.append("' ;;\n");
        }
        text.append("  esac\n}\n\n");
    }

    private static String words(List<Candidate> candidates) {
        List<String> words = new ArrayList<>();
        for (Candidate candidate : candidates) {
            words.add(candidate.value());
        }
        return String.join(" ", words);
    }

    private void options() {
        text.append("_scimdoctor_options() {\n  case $1 in\n");
        for (CommandEntry command : program.commands()) {
            List<String> names = new ArrayList<>();
            for (OptionEntry option : command.options()) {
                names.addAll(option.names());
            }
            text.append("    '").append(command.name()).append("') options='").append(String.join(" ", names));
            text.append("' ;;\n");
        }
        text.append("    *) options='-h --help -V --version' ;;\n  esac\n}\n\n");
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
        text.append("_scimdoctor_kind() {\n  kind=\n  case $1 in\n");
        lines.forEach(text::append);
        text.append("  esac\n}\n\n");
    }

    private static String kind(OptionEntry option) {
        return option.isFlag() ? "" : ValueWords.of(option);
    }

    private static String line(String command, OptionEntry option) {
        List<String> patterns = new ArrayList<>();
        for (String name : option.names()) {
            patterns.add(command + "' " + name + "'");
        }
        return "    " + String.join(" | ", patterns) + ") kind='" + kind(option) + "' ;;\n";
    }

    private void parameters() {
        text.append("_scimdoctor_parameters() {\n  kind=\n  case $1 in\n");
        for (CommandEntry command : program.commands()) {
            ParametersEntry parameters = command.parameters();
            if (!parameters.isEmpty() && parameters.value() != Value.TEXT) {
                String kind = "kind='" + ValueWords.of(parameters.value(), parameters.choices()) + "'";
                boolean endless = parameters.most() == Integer.MAX_VALUE;
                text.append("    '").append(command.name()).append("') ");
                text.append(endless ? "" : "(($2 < " + parameters.most() + ")) && ")
                        .append(kind)
                        .append(" ;;\n");
            }
        }
        text.append("  esac\n}\n\n");
    }
}
