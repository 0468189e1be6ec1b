package io.scimdoctor.cli.live;

import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.input.Source;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.lint.LintOutput;
import io.scimdoctor.report.lint.LintTally;
import io.scimdoctor.triage.LintRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Judges the request of a probe before it is sent, and billed. */
final class ProbeLint {
    private static final String FORCE = "--force sends it";

    private ProbeLint() {}

    /** How the command ends without sending anything, or nothing when the request breaks no rule or is forced. */
    static Optional<ExitCode> refusal(Reporter reporter, ProbeOptions probe, String baseUrl) throws IOException {
        SentRequest request = probe.request(baseUrl);
        List<LintFinding> findings = RequestLint.complete(withToken(request));
        if (probe.force() || findings.stream().noneMatch(LintFinding::isError)) {
            return Optional.empty();
        }
        for (Outputs.Wish wish : reporter.formats()) {
            if (!LintOutput.FORMATS.contains(wish.format())) {
                throw Stopped.noVerdict("nothing was sent, because the request breaks a rule of this API", FORCE);
            }
        }
        LintResult result = LintRun.result(new Source("-", 1, null), request, findings, false);
        LintTally tally = new LintTally(FailureRules.USUAL, null);
        tally.add(result);
        Outputs.write(reporter, output -> {
            LintOutput form = LintOutput.of(output);
            form.result(result);
            form.finish(tally);
        });
        reporter.warn("nothing was sent, because the request breaks a rule of this API; " + FORCE);
        return Optional.of(ExitCode.PROBLEM);
    }

    /** The token is added when the request is sent; to leave it out is what the user asked for. */
    private static SentRequest withToken(SentRequest request) {
        Headers headers = request.headers().plus("Authorization", "Bearer " + Redactor.MASK);
        return new SentRequest(request.method(), request.url(), headers, request.body());
    }
}
