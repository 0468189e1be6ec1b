package io.scimdoctor.cli.token;

import io.scimdoctor.catalog.TokenFindings;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.settings.Configured;
import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.report.token.TokenReport;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenCut;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes an access token on this machine and judges its claims; makes no call. */
public final class TokenInspectCommand implements Command {
    private static final String VARIABLE = "SCIMDOCTOR_TOKEN";

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Environment environment = invocation.environment();
        String file = file(invocation);
        TokenExpectation expected = expected(invocation);
        FailureRules rules = invocation.failureRules();
        Reporter reporter = invocation.reporter();
        String pasted = file.equals(VARIABLE)
                ? environment.variable(file)
                : environment.input().small(file);
        if (pasted.isBlank()) {
            throw Stopped.noVerdict("the input holds no token: it is empty", "paste the token or name a file with it");
        }
        PastedToken token = PastedToken.of(pasted, environment.secrets());
        TokenReading reading = TokenReading.of(token.token());
        if (TokenReading.isNone(pasted, reading)) {
            throw Stopped.noVerdict(
                    "the input is a text without a token in it",
                    "paste the access_token of the token answer, or its claims as JSON");
        }
        List<Finding> findings = new ArrayList<>(TokenFindings.of(reading, expected));
        String cut = TokenCut.signature(token.token(), reading);
        if (cut != null) {
            findings.add(0, TokenFindings.cut(cut));
        }
        TokenReport report =
                new TokenReport(TokenReport.Origin.file(file), token.notes(), reading, findings, expected.now());
        try (Outputs outputs = Outputs.open(reporter)) {
            return TokenOutput.write(report, rules, outputs);
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
        return invocation.environment().variable(VARIABLE).isEmpty() ? "-" : VARIABLE;
    }

    private static TokenExpectation expected(Invocation invocation) {
        String cloud = Configured.settings(invocation)
                .find(Key.CLOUD)
                .map(Setting::value)
                .orElse(null);
        return new TokenExpectation(
                invocation.environment().now(),
                null,
                cloud == null ? null : CloudChoice.cloud(cloud),
                invocation.text("--tenant"),
                invocation.text("--client-id"));
    }
}
