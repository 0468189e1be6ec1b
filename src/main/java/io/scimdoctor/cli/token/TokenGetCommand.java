package io.scimdoctor.cli.token;

import io.scimdoctor.catalog.TokenFindings;
import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.TokenFetch;
import io.scimdoctor.cli.live.CallOptions;
import io.scimdoctor.cli.live.CheckSetup;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.settings.LiveProcess;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.http.Transport;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.token.TokenReport;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.ClientProofs;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Gets an access token and says what is in it; the token itself goes nowhere. */
public final class TokenGetCommand implements Command {
    private static final String SOURCE = "the token endpoint";

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
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
            LiveProcess process = new LiveProcess(options.environment(), transport, CheckEnvironment.Observer.SILENT);
            TokenFetch fetch = TokenFetch.of(settings, credential, shown, transport, process);
            return process.isStopped()
                    ? process.stopCode()
                    : TokenOutput.write(report(options, settings, fetch), options.rules(), outputs);
        }
    }

    private static TokenReport report(CallOptions options, CheckSettings settings, TokenFetch fetch) {
        Instant now = options.environment().now();
        TokenReport.Origin origin = new TokenReport.Origin(SOURCE, List.of(fetch.call()), settings.simulated());
        List<String> notes =
                options.network().insecure() ? List.of("any certificate was accepted: --insecure") : List.of();
        PastedToken token = fetch.token();
        Finding refusal = fetch.finding();
        if (token == null) {
            return new TokenReport(origin, notes, null, refusal == null ? List.of() : List.of(refusal), now);
        }
        options.environment().secrets().add(token.token().expose());
        TokenReading reading = TokenReading.of(token.token());
        CheckSettings.Target target = settings.target();
        TokenExpectation expected = new TokenExpectation(now, null, target.cloud(), target.tenant(), target.clientId());
        return new TokenReport(origin, notes, reading, TokenFindings.of(reading, expected), now);
    }
}
