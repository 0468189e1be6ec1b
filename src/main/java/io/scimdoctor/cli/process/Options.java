package io.scimdoctor.cli.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Describes the options of a command, among them those that mean the same in every command. They are built in code, for the
 * chosen command only: picocli's annotation model costs a cold start 60 ms more.
 */
public record Options(CommandSpec spec) {
    /** Output format and appearance; the first format is the default. */
    public void output(List<String> formats) {
        spec.addOption(option(
                        "FORMAT[=FILE]",
                        "Output format: ${COMPLETION-CANDIDATES}. Default: text. With a file it goes"
                                + " there; may be repeated: -o text -o json=report.json.",
                        "-o",
                        "--output")
                .type(String[].class)
                .completionCandidates(formats)
                .build());
        value(
                "FILE",
                "Write the format that has no file of its own to this file instead of standard output.",
                "--output-file");
        choice(
                "WHEN",
                "When to colour: ${COMPLETION-CANDIDATES}. Default: auto.",
                List.of("auto", "always", "never"),
                "--color");
        flag("Use no symbols beyond ASCII.", "--ascii");
        choice(
                "POLICY",
                "What is masked beside secrets: seen nothing, standard personal values, strict the ids of tenants,"
                        + " applications and objects too. Default: seen on the screen, standard elsewhere and in CI.",
                List.of("seen", "standard", "strict"),
                "--redact");
        flag("Print no progress and no notes.", "-q", "--quiet");
        flag("Show more, such as every call that was made.", "-v", "--verbose");
        flag("Add where in scimdoctor an internal error arose.", "--debug");
        flag("Never ask; fail instead.", "--no-input");
        help();
    }

    public void help() {
        flag("Show this help.", "-h", "--help");
    }

    /** When a finding counts. */
    public void verdict() {
        choice(
                "SEVERITY",
                "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES}. Default: fail.",
                List.of("fail", "warn", "never"),
                "--fail-on");
        values("FINDING", "Do not let this finding decide the exit code; may be repeated.", "--ignore");
    }

    /** Where settings come from that neither an option nor a variable of this program gives. */
    public void profile() {
        value("PROFILE", "Settings of this profile; profile list names them.", "-p", "--profile");
        config();
    }

    public void config() {
        value("FILE", "Configuration file, instead of the one in the user's folder.", "--config");
    }

    /** For commands that make calls. */
    public void recording() {
        flag("Do not record this run; runs list shows the recorded ones.", "--no-record");
    }

    public void flag(String description, String... names) {
        spec.addOption(OptionSpec.builder(names).description(description).build());
    }

    public void value(String label, String description, String... names) {
        spec.addOption(option(label, description, names).build());
    }

    /** An option that may be repeated. */
    public void values(String label, String description, String name) {
        spec.addOption(option(label, description, name).type(String[].class).build());
    }

    public void choice(String label, String description, List<String> choices, String name) {
        spec.addOption(
                option(label, description, name).completionCandidates(choices).build());
    }

    /** An option whose value may be left out. */
    public void optional(String label, String description, String fallback, String name) {
        spec.addOption(option(label, description, name)
                .arity("0..1")
                .fallbackValue(fallback)
                .build());
    }

    /** An option that is for programs, and stands in no manual. */
    public void hidden(String name) {
        spec.addOption(OptionSpec.builder(name).hidden(true).type(String.class).build());
    }

    private static OptionSpec.Builder option(String label, String description, String... names) {
        return OptionSpec.builder(names).paramLabel(label).type(String.class).description(description);
    }

    public void parameters(String label, String description) {
        parameters(label, description, null);
    }

    /** @param choices what they may be, or null for anything */
    public void parameters(String label, String description, @Nullable List<String> choices) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel(label)
                .type(String[].class)
                .completionCandidates(choices)
                .description(description)
                .build());
    }
}
