package io.scimdoctor.cli.live;

import io.scimdoctor.capture.source.Source;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.rules.LintCommand;
import io.scimdoctor.cli.rules.LintRun;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.lint.LintOutput;
import io.scimdoctor.report.lint.LintResult;
import io.scimdoctor.report.lint.LintTally;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Judges the request of a probe before it is sent, and billed. */
final class ProbeLint {
    private ProbeLint() {}

    /** How the command ends without sending anything, or nothing when the request breaks no rule or is forced. */
    static Optional<ExitCode> refusal(Invocation invocation, SentRequest request) throws IOException {
        List<LintFinding> findings = RequestLint.complete(withToken(request));
        if (invocation.flag("--force") || findings.stream().noneMatch(LintFinding::isError)) {
            return Optional.empty();
        }
        LintResult result = LintRun.result(new Source("-", 1, null), request, findings, false);
        LintTally tally = new LintTally(FailureRules.USUAL);
        tally.add(result);
        Outputs.write(invocation, output -> {
            LintOutput form = LintCommand.output(output, output.page(invocation));
            form.result(result);
            form.finish(tally);
        });
        invocation
                .environment()
                .err()
                .write(
                        "scimdoctor: nothing was sent, because the request breaks a rule of this API; --force sends it.\n");
        return Optional.of(ExitCode.PROBLEM);
    }

    /** The token is added when the request is sent; to leave it out is what the user asked for. */
    private static SentRequest withToken(SentRequest request) {
        Headers headers = request.headers().plus("Authorization", "Bearer " + Redactor.MASK);
        return new SentRequest(request.method(), request.url(), headers, request.body());
    }
}
