package io.scimdoctor.catalog;

import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.permission.PermissionMatrix;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a token, as the catalogue tells it. */
public final class TokenFindings {
    private static final Set<String> ROLES_DO_NOT_COUNT = Set.of("token-delegated", "token-wrong-audience");

    private TokenFindings() {}

    public static List<Finding> of(TokenReading reading, TokenExpectation expected) {
        List<TokenIssue> issues = new ArrayList<>(TokenJudge.judge(reading, expected));
        roles(reading, issues);
        List<Finding> findings = new ArrayList<>();
        for (TokenIssue issue : issues) {
            findings.add(Catalog.load().finding(issue.id(), issue.confidence(), issue.evidence()));
        }
        return findings;
    }

    /** The finding of a token whose end is missing. */
    public static Finding cut(String how) {
        return Catalog.load().finding("token-unparseable", Confidence.CERTAIN, List.of(new Evidence("token", how)));
    }

    /** A token of the application itself whose roles serve no operation of this API is refused whatever it asks for. */
    private static void roles(TokenReading reading, List<TokenIssue> issues) {
        boolean counts = true;
        for (TokenIssue issue : issues) {
            counts &= !ROLES_DO_NOT_COUNT.contains(issue.id());
        }
        if (counts && reading instanceof TokenReading.Decoded decoded) {
            Set<String> roles = decoded.claims().roles();
            if (roles.isEmpty() || PermissionMatrix.load().allowsNothing(roles)) {
                String shown = roles.isEmpty() ? "none" : Redactor.text(String.join(", ", roles));
                List<Evidence> evidence = decoded.claims().whose();
                evidence.add(new Evidence("token roles", shown));
                issues.add(new TokenIssue("permission-missing", Confidence.LIKELY, evidence));
            }
        }
    }
}
