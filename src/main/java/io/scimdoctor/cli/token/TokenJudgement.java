package io.scimdoctor.cli.token;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.permission.PermissionMatrix;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.ShortFormat;
import io.scimdoctor.report.token.TokenJson;
import io.scimdoctor.report.token.TokenReport;
import io.scimdoctor.report.token.TokenText;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the commands on tokens share: the findings of a token, and how its report is written. */
final class TokenJudgement {
    static final List<String> FORMATS = List.of("text", "short", "json");

    private static final Set<String> ROLES_DO_NOT_COUNT = Set.of("token-delegated", "token-wrong-audience");

    private TokenJudgement() {}

    static List<Finding> findings(TokenReading reading, TokenExpectation expected) {
        List<TokenIssue> issues = new ArrayList<>(TokenJudge.judge(reading, expected));
        roles(reading, issues).ifPresent(issues::add);
        List<Finding> findings = new ArrayList<>();
        if (!issues.isEmpty()) {
            Catalog catalog = Catalog.load();
            for (TokenIssue issue : issues) {
                findings.add(catalog.finding(issue.id(), issue.confidence(), issue.evidence()));
            }
        }
        return findings;
    }

    /** A token of the application itself whose roles serve no operation of this API is refused whatever it asks for. */
    private static Optional<TokenIssue> roles(TokenReading reading, List<TokenIssue> issues) {
        boolean counts = issues.stream().noneMatch(issue -> ROLES_DO_NOT_COUNT.contains(issue.id()));
        if (counts && reading instanceof TokenReading.Decoded decoded) {
            Set<String> roles = decoded.claims().roles();
            if (roles.isEmpty() || PermissionMatrix.load().allowsNothing(roles)) {
                String shown = roles.isEmpty() ? "none" : Redactor.text(String.join(", ", roles));
                return Optional.of(new TokenIssue(
                        "permission-missing", Confidence.LIKELY, List.of(new Evidence("token roles", shown))));
            }
        }
        return Optional.empty();
    }

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
