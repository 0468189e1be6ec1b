package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Classification;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.report.ShortFormat;
import io.scimdoctor.report.TokenJson;
import io.scimdoctor.report.TokenReport;
import io.scimdoctor.report.TokenText;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the commands on tokens share: the findings of a token, and how its report is written. */
final class TokenJudgement {
    static final List<String> FORMATS = List.of("text", "short", "json");

    private TokenJudgement() {}

    static List<Finding> findings(TokenReading reading, TokenExpectation expected) {
        List<TokenIssue> issues = TokenJudge.judge(reading, expected);
        List<Finding> findings = new ArrayList<>();
        if (!issues.isEmpty()) {
            Catalog catalog = Catalog.load();
            for (TokenIssue issue : issues) {
                Classification classification =
                        new Classification(catalog.require(issue.id()), issue.confidence(), List.of());
                findings.add(catalog.finding(classification, null, issue.evidence()));
            }
        }
        return findings;
    }

    /** Writes the report and returns the code of its verdict. */
    static ExitCode write(TokenReport report, Invocation invocation, Outputs outputs) throws IOException {
        Verdict verdict = report.verdict(invocation.failOn(), invocation.ignored());
        for (Output output : outputs.list()) {
            switch (output.format()) {
                case "json" -> TokenJson.write(report, verdict, output.writer(), Version.text());
                case "short" ->
                    output.writer().write((report.simulated() ? "SIMULATED " : "") + ShortFormat.line(verdict));
                default -> new TokenText(output.writer(), output.style()).write(report, verdict);
            }
        }
        return verdict.exitCode();
    }
}
