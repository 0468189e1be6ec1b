package io.scimdoctor.check;

import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.permission.Standing;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the token says, before the service is asked. */
final class TokenChecks {
    private TokenChecks() {}

    /** There is a token; with client credentials it is fetched here. */
    static CheckResult present(CheckContext context) {
        Credential credential = context.settings().credential();
        if (credential instanceof Credential.GivenToken given) {
            context.hold(given.token());
            return given.token().token().isEmpty()
                    ? CheckResult.unknown(
                            context.finding("credential-missing", "token", "empty, from " + given.source()))
                    : CheckResult.pass("from " + given.source());
        }
        return credential instanceof Credential.ClientCredentials client
                ? fetched(context, client)
                : CheckResult.skip("configuration.complete");
    }

    private static CheckResult fetched(CheckContext context, Credential.ClientCredentials credential) {
        ClientProof.Shown shown = credential.proof().show(context.environment().now());
        if (shown instanceof ClientProof.Unusable unusable) {
            return CheckResult.unknown(context.unusable(unusable));
        }
        RecordedCall call = context.callTokenEndpoint(credential, (ClientProof.Usable) shown);
        TokenFetch fetch = TokenFetch.of(call, context.catalog(), credential.proof());
        Finding finding = fetch.finding();
        if (fetch.token() == null && finding != null) {
            return CheckResult.failed(finding, call.id());
        }
        context.hold(fetch.token());
        List<Finding> warnings = finding == null ? List.of() : List.of(finding);
        return CheckResult.of(warnings, Told.own("issued by the token endpoint" + call.took()), call.id());
    }

    /** The token can be read. */
    static CheckResult decodable(CheckContext context) {
        PastedToken held = context.held().get();
        String notes = held == null || held.notes().isEmpty() ? "" : ", but " + String.join("; ", held.notes());
        boolean read = context.claims() != null;
        return CheckResult.of(findings(context, issue -> !read), Told.own("a JSON Web Token" + notes));
    }

    /** One aspect of the claims, judged by the same rules as `token inspect` judges them. */
    static CheckResult claim(String id, Set<String> issues, CheckContext context) {
        Claims claims = context.claims();
        if (claims == null) {
            return CheckResult.pass("not readable, so not judged");
        }
        TokenExpectation local = TokenExpectation.at(context.environment().now());
        Set<String> disputed = new HashSet<>(Set.of("token-expired", "token-not-yet-valid"));
        TokenJudge.judge(context.reading(), local).forEach(issue -> disputed.remove(issue.id()));
        // Where the clocks disagree the service decides: the Date header may be that of something in between.
        List<Finding> findings = findings(context, issue -> issues.contains(issue.id())).stream()
                .map(finding -> disputed.contains(finding.id()) ? finding.asWarning() : finding)
                .toList();
        return CheckResult.of(findings, healthy(id, context, claims));
    }

    private static List<Finding> findings(CheckContext context, Predicate<TokenIssue> wanted) {
        return TokenJudge.judge(context.reading(), context.expectation()).stream()
                .filter(wanted)
                .map(issue -> context.catalog().finding(issue.id(), issue.confidence(), issue.evidence()))
                .toList();
    }

    private static Told healthy(String id, CheckContext context, Claims claims) {
        return switch (id) {
            case "token.lifetime" -> Told.own(lifetime(context, claims));
            case "token.audience" -> Redactor.toldUrl(String.join(", ", claims.audiences()));
            case "token.tenant" -> text(claims.text("tid"));
            case "token.application" -> text(claims.application());
            default ->
                claims.text("idtyp") == null
                        ? Told.own("no sign of a user")
                        : text(claims.text("idtyp")).between("idtyp ", "");
        };
    }

    private static Told text(@Nullable String value) {
        return value == null ? Told.own("not named") : Redactor.told(value);
    }

    private static String lifetime(CheckContext context, Claims claims) {
        Instant expires = claims.time("exp");
        if (expires == null) {
            return "no end named";
        }
        String left = Claims.span(Duration.between(context.expectation().best(), expires));
        String clock = context.skew() == null ? "local clock" : "server's clock";
        return "valid for another " + left + ", until " + expires + " by the " + clock;
    }

    /** The token's roles are enough for what the application wants to do. */
    static CheckResult roles(CheckContext context) {
        Claims claims = context.claims();
        if (claims == null) {
            return CheckResult.pass("not readable, so not judged");
        }
        Goal goal = context.settings().goal();
        List<Need> needs = goal.operations().stream().map(Need::of).toList();
        RoleReview review = RoleReview.of(needs, claims.roles());
        if (review.missing().isEmpty()) {
            return CheckResult.pass(
                    "enough for " + goal.slug() + (review.standing() == Standing.ALLOWED ? "" : ", probably"));
        }
        String roles = claims.roles().isEmpty() ? "none" : String.join(", ", claims.roles());
        List<Evidence> evidence = claims.whose();
        evidence.add(new Evidence("operation", goal.slug()));
        evidence.add(new Evidence("token roles", Redactor.told(roles)));
        evidence.add(new Evidence("least missing role", String.join(" and ", review.missing())));
        return CheckResult.of(context.catalog().finding("permission-missing", Confidence.LIKELY, evidence));
    }
}
