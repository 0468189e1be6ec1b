package io.scimdoctor.cli.rules;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Input;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.cli.token.TokenInput;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.permission.Need;
import io.scimdoctor.report.permission.PermissionJson;
import io.scimdoctor.report.permission.PermissionReport;
import io.scimdoctor.report.permission.PermissionShort;
import io.scimdoctor.report.permission.PermissionText;
import io.scimdoctor.token.Claims;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which application role an operation needs, and whether a token holds it; makes no call. */
public final class PermissionsCommand extends Command {
    public PermissionsCommand() {
        super("permissions", "Show which application role each operation needs, and what a token lacks.");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        spec.addOption(OptionSpec.builder("--for")
                .paramLabel("OPERATION|FILE")
                .type(String[].class)
                .description("What the application wants to do: 'PATCH /groups/{id} members', an operation such as"
                        + " list-users, or a file with requests (curl, HAR, JSON; - for standard input). May be"
                        + " repeated. Default: everything.")
                .build());
        SharedOptions.value(
                spec,
                "FILE",
                "File with an access token whose roles are judged; - for standard input. Default: SCIMDOCTOR_TOKEN, else"
                        + " none.",
                "--token-file");
        SharedOptions.output(spec, List.of("text", "short", "json"));
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        if ("-".equals(invocation.text("--token-file"))
                && invocation.list("--for").contains("-")) {
            throw Stopped.usage(
                    "--for and --token-file cannot both read standard input", "put one of them into a file");
        }
        List<Need> needs = new AskedOperations(invocation).needs();
        Claims token = token(invocation);
        Instant now = invocation.environment().clock().instant();
        PermissionReport report =
                needs.isEmpty() ? PermissionReport.ofAll(token, now) : PermissionReport.of(needs, token, now);
        try (Outputs outputs = Outputs.open(invocation)) {
            for (Output output : outputs.list()) {
                switch (output.format()) {
                    case "json" -> PermissionJson.write(report, output.writer());
                    case "short" -> PermissionShort.write(report, output.writer());
                    default ->
                        new PermissionText(output.writer(), output.style(), invocation.flag("--verbose")).write(report);
                }
            }
        }
        return report.verdict().exitCode();
    }

    private static @Nullable Claims token(Invocation invocation) throws IOException {
        String file = invocation.text("--token-file");
        if (file != null) {
            return TokenInput.claims(invocation, Input.small(invocation.environment(), file));
        }
        String variable = invocation.environment().variable("SCIMDOCTOR_TOKEN");
        return variable.isEmpty() ? null : TokenInput.claims(invocation, variable);
    }
}
