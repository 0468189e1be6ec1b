package io.scimdoctor.cli.process;

import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.ParametersEntry;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options of a command as picocli parses them. They are built in code, for the chosen command only, because
 * picocli's annotation model makes a cold start slower (ADR 2).
 */
public final class Options {
    private Options() {}

    public static CommandSpec of(CommandEntry command) {
        CommandSpec spec = CommandSpec.create().interpolateVariables(false);
        for (OptionEntry option : command.options()) {
            spec.addOption(option(option));
        }
        ParametersEntry parameters = command.parameters();
        if (!parameters.isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0..*")
                    .arity("0..*")
                    .paramLabel(parameters.synopsis())
                    .type(String[].class)
                    .build());
        }
        return spec;
    }

    private static OptionSpec option(OptionEntry option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(new String[0]));
        if (!option.isFlag()) {
            builder.paramLabel(option.label()).type(option.repeatable() ? String[].class : String.class);
        }
        if (!option.choices().isEmpty()) {
            builder.completionCandidates(option.choices());
        }
        if (option.optional()) {
            builder.arity("0..1").fallbackValue(option.fallback());
        }
        return builder.build();
    }
}
