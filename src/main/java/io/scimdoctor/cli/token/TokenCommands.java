package io.scimdoctor.cli.token;

import io.scimdoctor.catalog.TokenFindings;
import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.TokenFetch;
import io.scimdoctor.cli.live.CallOptions;
import io.scimdoctor.cli.live.CheckSetup;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.settings.Configured;
import io.scimdoctor.cli.settings.LiveProcess;
import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.http.Transport;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.ShortFormat;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.token.TokenBlocks;
import io.scimdoctor.report.token.TokenJson;
import io.scimdoctor.report.token.TokenReport;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.ClientProofs;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenCut;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands on access tokens. */
public final class TokenCommands {
    private static final String VARIABLE = "SCIMDOCTOR_TOKEN";

    private TokenCommands() {}

    /** Gets a token and says what is in it; the token itself goes nowhere. */
    public static ExitCode get(Invocation invocation) throws IOException {
        CallOptions options = CallOptions.of(invocation);
        try (CheckSetup setup = CheckSetup.start(options)) {
            CheckSettings settings = setup.tokenSettings();
            if (!(settings.credential() instanceof Credential.ClientCredentials credential)) {
                throw incomplete(settings);
            }
            Instant now = options.environment().now();
            ClientProof.Usable shown = ClientProofs.usable(credential, now);
            return options.dryRun()
                    ? options.plan(CheckPlanReport.ofToken(settings, now), false)
                    : get(options, settings, credential, shown);
        }
    }

    private static Stopped incomplete(CheckSettings settings) {
        return settings.missing().isEmpty()
                ? Stopped.noVerdict(
                        "no client credentials are configured",
                        "set --tenant, --client-id and a secret, certificate or federated token file, by options, variables or a profile")
                : Stopped.noVerdict(
                        "the client credentials are incomplete",
                        "still needed: " + String.join(", ", settings.missing()));
    }

    private static ExitCode get(
            CallOptions options,
            CheckSettings settings,
            Credential.ClientCredentials credential,
            ClientProof.Usable shown)
            throws IOException {
        try (Outputs outputs = Outputs.open(options.reporter());
                Transport transport = options.transport(settings)) {
            options.reporter().note("one call, which is not billed, to " + Redactor.url(credential.tokenEndpoint()));
            LiveProcess process = new LiveProcess(options.environment(), transport, step -> {});
            TokenFetch fetch = TokenFetch.of(settings, credential, shown, transport, process);
            return process.isStopped()
                    ? process.stopCode()
                    : write(report(options, settings, fetch), options.rules(), outputs);
        }
    }

    private static TokenReport report(CallOptions options, CheckSettings settings, TokenFetch fetch) {
        Instant now = options.environment().now();
        TokenReport.Origin origin =
                new TokenReport.Origin("the token endpoint", List.of(fetch.call()), settings.simulated());
        List<String> notes = new ArrayList<>();
        if (options.network().insecure()) {
            notes.add("any certificate was accepted: --insecure");
        }
        if (fetch.call().late() != null) {
            notes.add("the first byte came after " + fetch.call().late());
        }
        PastedToken token = fetch.token();
        List<Finding> findings = new ArrayList<>();
        if (fetch.finding() != null) {
            findings.add(fetch.finding());
        }
        if (token == null) {
            return new TokenReport(origin, notes, null, findings, now);
        }
        options.environment().secrets().add(token.token().expose());
        TokenReading reading = TokenReading.of(token.token());
        CheckSettings.Target target = settings.target();
        TokenExpectation expected = new TokenExpectation(now, null, target.cloud(), target.tenant(), target.clientId());
        findings.addAll(TokenFindings.of(reading, expected));
        return new TokenReport(origin, notes, reading, findings, now);
    }

    /** Decodes a token on this machine and judges its claims; makes no call. */
    public static ExitCode inspect(Invocation invocation) throws IOException {
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
        String none = TokenReading.none(pasted, reading);
        if (none != null) {
            throw Stopped.noVerdict(
                    "the input is " + none, "paste the access_token of the token answer, or its claims as JSON");
        }
        List<Finding> findings = new ArrayList<>(TokenFindings.of(reading, expected));
        String cut = TokenCut.signature(token.token(), reading);
        if (cut != null) {
            findings.add(0, TokenFindings.cut(cut));
        }
        TokenReport report = new TokenReport(
                new TokenReport.Origin(file, List.of(), false), token.notes(), reading, findings, expected.now());
        try (Outputs outputs = Outputs.open(reporter)) {
            return write(report, rules, outputs);
        }
    }

    private static String file(Invocation invocation) {
        String usual = invocation.environment().variable(VARIABLE).isEmpty() ? "-" : VARIABLE;
        return invocation.parameter("file", usual);
    }

    private static TokenExpectation expected(Invocation invocation) {
        Optional<Setting> cloud = Configured.settings(invocation).find(Key.CLOUD);
        return new TokenExpectation(
                invocation.environment().now(),
                null,
                cloud.isEmpty() ? null : CloudChoice.cloud(cloud.get().value()),
                invocation.text("--tenant"),
                invocation.text("--client-id"));
    }

    /** Writes the report and returns the code of its verdict. */
    private static ExitCode write(TokenReport report, FailureRules rules, Outputs outputs) throws IOException {
        Verdict verdict = report.verdict(rules);
        for (Page output : outputs.list()) {
            if (!output.isSilent(verdict.isWell())) {
                switch (output.format()) {
                    case "json" -> TokenJson.write(report, verdict, output.target());
                    case "short" ->
                        output.target()
                                .write(ShortFormat.line(verdict, report.origin().simulated()));
                    default -> new TokenBlocks(report, verdict).write(output);
                }
            }
        }
        return verdict.exitCode();
    }
}
