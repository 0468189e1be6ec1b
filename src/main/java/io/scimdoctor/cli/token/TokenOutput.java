package io.scimdoctor.cli.token;

import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.ShortFormat;
import io.scimdoctor.report.token.TokenJson;
import io.scimdoctor.report.token.TokenReport;
import io.scimdoctor.report.token.TokenText;
import java.io.IOException;

/** How the commands on tokens write their report. */
final class TokenOutput {
    private TokenOutput() {}

    /** Writes the report and returns the code of its verdict. */
    static ExitCode write(TokenReport report, FailureRules rules, Outputs outputs) throws IOException {
        Verdict verdict = report.verdict(rules);
        for (Output output : outputs.list()) {
            switch (output.format()) {
                case "json" -> TokenJson.write(report, verdict, output.writer());
                case "short" ->
                    output.writer().write((report.simulated() ? "SIMULATED " : "") + ShortFormat.line(verdict));
                default -> new TokenText(output.writer(), output.style()).write(report, verdict);
            }
        }
        return verdict.exitCode();
    }
}
