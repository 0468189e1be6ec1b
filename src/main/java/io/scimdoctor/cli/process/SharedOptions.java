package io.scimdoctor.cli.process;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Options that mean the same in every command. They are built in code, for the chosen command only: picocli's annotation
 * model costs a cold start 60 ms more.
 */
public final class SharedOptions {
    private SharedOptions() {}

    public static CommandSpec command(Command command) {
        return CommandSpec.create().name("scimdoctor " + command.name());
    }

    /** Output format and appearance; the first format is the default. */
    public static void output(CommandSpec spec, List<String> formats) {
        spec.addOption(OptionSpec.builder("-o", "--output")
                .paramLabel("FORMAT[=FILE]")
                .type(String[].class)
                .completionCandidates(formats)
                .description("Output format: ${COMPLETION-CANDIDATES}. Default: text. With a file it goes there; may be"
                        + " repeated: -o text -o json=report.json.")
                .build());
        value(
                spec,
                "FILE",
                "Write the format that has no file of its own to this file instead of standard output.",
                "--output-file");
        spec.addOption(choice(
                "When to colour: ${COMPLETION-CANDIDATES}. Default: auto.",
                "WHEN",
                List.of("auto", "always", "never"),
                "--color"));
        flag(spec, "Use no symbols beyond ASCII.", "--ascii");
        spec.addOption(choice(
                "What is masked beside secrets and personal values: strict takes the ids of tenants, applications and"
                        + " objects too. Default: standard.",
                "POLICY",
                List.of("standard", "strict"),
                "--redact"));
        flag(spec, "Print no progress and no notes.", "-q", "--quiet");
        flag(spec, "Show more, such as every call that was made.", "-v", "--verbose");
        flag(spec, "Add where in scimdoctor an internal error arose.", "--debug");
        flag(spec, "Never ask; fail instead.", "--no-input");
        flag(spec, "Show this help.", "-h", "--help");
    }

    /** When a finding counts. */
    public static void verdict(CommandSpec spec) {
        spec.addOption(choice(
                "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES}. Default: fail.",
                "SEVERITY",
                List.of("fail", "warn", "never"),
                "--fail-on"));
        spec.addOption(OptionSpec.builder("--ignore")
                .paramLabel("FINDING")
                .type(String[].class)
                .description("Do not let this finding decide the exit code; may be repeated.")
                .build());
    }

    /** Where settings come from that neither an option nor a variable of this program gives. */
    public static void profile(CommandSpec spec) {
        value(spec, "PROFILE", "Settings of this profile; profile list names them.", "-p", "--profile");
        config(spec);
    }

    public static void config(CommandSpec spec) {
        value(spec, "FILE", "Configuration file, instead of the one in the user's folder.", "--config");
    }

    /** For commands that make calls. */
    public static void recording(CommandSpec spec) {
        flag(spec, "Do not record this run; runs list shows the recorded ones.", "--no-record");
    }

    public static void value(CommandSpec spec, String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build());
    }

    /** An option that may be repeated. */
    public static void values(CommandSpec spec, String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .paramLabel(label)
                .type(String[].class)
                .description(description)
                .build());
    }

    public static void flag(CommandSpec spec, String description, String... names) {
        spec.addOption(OptionSpec.builder(names).description(description).build());
    }

    public static OptionSpec choice(String description, String label, List<String> candidates, String... names) {
        return OptionSpec.builder(names)
                .paramLabel(label)
                .type(String.class)
                .completionCandidates(candidates)
                .description(description)
                .build();
    }

    public static void parameters(CommandSpec spec, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel(label)
                .type(String[].class)
                .description(description)
                .build());
    }
}
