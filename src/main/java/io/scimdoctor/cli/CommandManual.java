package io.scimdoctor.cli;

import io.scimdoctor.cli.live.CheckOptions;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.settings.SettingOptions;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.ParametersEntry;
import io.scimdoctor.manual.Program;
import io.scimdoctor.manual.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes the commands as the manual knows them; only help, completion and the build need it. */
public final class CommandManual {
    /** The options that several commands share, as the headings under which the help lists them. */
    private static final Map<String, CommandSpec> SECTIONS = sections();

    private CommandManual() {}

    private static Map<String, CommandSpec> sections() {
        Map<String, CommandSpec> sections = new LinkedHashMap<>();
        Options target = section(sections, "Target and credential");
        target.profile();
        SettingOptions.target(target);
        SettingOptions.tokenFile(target);
        SettingOptions.credential(target);
        SettingOptions.network(section(sections, "Network"));
        Options calls = section(sections, "Calls and record");
        CheckOptions.budget(calls);
        calls.recording();
        section(sections, "Verdict").verdict();
        section(sections, "Output").output(List.of("text", "json"));
        return sections;
    }

    private static Options section(Map<String, CommandSpec> sections, String heading) {
        CommandSpec spec = CommandSpec.create();
        sections.put(heading, spec);
        return new Options(spec);
    }

    /** Every command that is not hidden. */
    public static Program program() {
        List<CommandEntry> commands = new ArrayList<>();
        Map<String, String> groups = new LinkedHashMap<>();
        for (String name : CommandWords.NAMES) {
            commands.add(entry(CommandWords.create(name)));
            int space = name.indexOf(' ');
            if (space > 0) {
                String group = name.substring(0, space);
                groups.computeIfAbsent(group, RootHelp::summary);
            }
        }
        return new Program(commands, groups);
    }

    public static CommandEntry entry(Command command) {
        CommandSpec spec = command.spec();
        List<OptionEntry> options = new ArrayList<>();
        for (String section : sectionsInOrder()) {
            for (OptionSpec option : spec.options()) {
                if (!option.hidden() && section(option).equals(section)) {
                    options.add(entry(option, section));
                }
            }
        }
        return new CommandEntry(command.name(), command.summary(), parameters(spec), options, ManualVariables.of(spec));
    }

    /** The command's own first; then in the order of the sections. */
    private static List<String> sectionsInOrder() {
        List<String> sections = new ArrayList<>(List.of(""));
        sections.addAll(SECTIONS.keySet());
        return sections;
    }

    /** The section whose shared options include one of the same name and description. */
    private static String section(OptionSpec option) {
        for (Map.Entry<String, CommandSpec> section : SECTIONS.entrySet()) {
            OptionSpec same = section.getValue().findOption(option.longestName());
            if (same != null && wording(same).equals(wording(option))) {
                return section.getKey();
            }
        }
        return "";
    }

    /** The description without the choices, which differ from command to command. */
    private static String wording(OptionSpec option) {
        return text(option.description()).replace(": " + String.join(", ", choices(option)) + ".", "");
    }

    private static OptionEntry entry(OptionSpec option, String section) {
        List<String> choices = choices(option);
        boolean flag = option.arity().max() == 0;
        String label = flag ? "" : option.paramLabel();
        Value value = Value.of(label);
        return new OptionEntry(
                List.of(option.names()),
                label,
                !flag && option.arity().min() == 0,
                option.isMultiValue(),
                description(option, choices),
                value == Value.TEXT && !choices.isEmpty() ? Value.CHOICE : value,
                choices,
                section);
    }

    private static ParametersEntry parameters(CommandSpec spec) {
        for (PositionalParamSpec parameters : spec.positionalParameters()) {
            List<String> choices = choices(parameters);
            Value value = Value.of(parameters.paramLabel());
            return new ParametersEntry(
                    parameters.paramLabel(),
                    description(parameters, choices),
                    choices.isEmpty() ? value : Value.CHOICE,
                    choices);
        }
        return ParametersEntry.NONE;
    }

    private static List<String> choices(ArgSpec argument) {
        List<String> choices = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(choices::add);
        }
        return choices;
    }

    private static String description(ArgSpec argument, List<String> choices) {
        return text(argument.description()).replace("${COMPLETION-CANDIDATES}", String.join(", ", choices));
    }

    private static String text(String[] description) {
        return String.join(" ", description);
    }
}
