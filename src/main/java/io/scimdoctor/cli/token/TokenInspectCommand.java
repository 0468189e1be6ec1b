package io.scimdoctor.cli.token;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Input;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.cli.settings.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.token.TokenReport;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenCut;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Decodes an access token on this machine and judges its claims; makes no call. */
public final class TokenInspectCommand extends Command {
    public TokenInspectCommand() {
        super("token inspect", "Decode and judge an access token, on this machine, without a call.");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        SharedOptions.parameters(
                spec, "[FILE]", "The file with the token, or - for standard input. Default: SCIMDOCTOR_TOKEN, else -.");
        SharedOptions.value(spec, "ID", "The tenant that the token should be for.", "--tenant");
        SharedOptions.value(spec, "ID", "The application that the token should be for.", "--client-id");
        spec.addOption(SharedOptions.choice(
                "The cloud whose API is called: ${COMPLETION-CANDIDATES}. Default: any.",
                "CLOUD",
                CloudChoice.CLOUDS,
                "--cloud"));
        SharedOptions.verdict(spec);
        SharedOptions.output(spec, TokenJudgement.FORMATS);
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        String file = file(invocation);
        String pasted = file.equals("SCIMDOCTOR_TOKEN")
                ? invocation.environment().variable(file)
                : Input.small(invocation.environment(), file);
        if (pasted.isBlank()) {
            throw Stopped.noVerdict("the input holds no token: it is empty", "paste the token or name a file with it");
        }
        PastedToken token = PastedToken.of(pasted);
        invocation.secrets().add(token.token().expose());
        TokenReading reading = TokenReading.of(token.token());
        List<String> notes = new ArrayList<>(token.notes());
        String cut = TokenCut.signature(token.token(), reading);
        if (cut != null) {
            notes.add(cut);
        }
        TokenExpectation expected = expected(invocation);
        TokenReport report = new TokenReport(
                TokenReport.Origin.file(file),
                notes,
                reading,
                TokenJudgement.findings(reading, expected),
                expected.now());
        try (Outputs outputs = Outputs.open(invocation)) {
            return TokenJudgement.write(report, invocation, outputs);
        }
    }

    private static String file(Invocation invocation) {
        List<String> files = invocation.parameters();
        if (files.size() > 1) {
            throw Stopped.usage("token inspect takes one file, not " + files.size(), "inspect them one by one");
        }
        if (!files.isEmpty()) {
            return files.get(0);
        }
        return invocation.environment().variable("SCIMDOCTOR_TOKEN").isEmpty() ? "-" : "SCIMDOCTOR_TOKEN";
    }

    private static TokenExpectation expected(Invocation invocation) {
        Settings settings = invocation.settings();
        Instant now = invocation.environment().clock().instant();
        String cloud = settings.find(Key.CLOUD).map(Setting::value).orElse(null);
        return new TokenExpectation(
                now,
                null,
                cloud == null ? null : CloudChoice.cloud(cloud),
                invocation.text("--tenant"),
                invocation.text("--client-id"));
    }
}
