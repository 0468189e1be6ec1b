package io.scimdoctor.check;

import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.permission.Standing;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenIssue;
import io.scimdoctor.token.TokenJudge;
import io.scimdoctor.token.TokenReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the token says, before the service is asked. */
final class TokenChecks {
    private TokenChecks() {}

    /** There is a token; with client credentials it is fetched here. */
    static final class Present implements Check {
        @Override
        public CheckInfo info() {
            return CheckInfo.of(
                    "token.present", "There is an access token", "configuration.complete", "configuration.base-url");
        }

        @Override
        public CheckResult run(CheckContext context) {
            Credential credential = context.settings().credential();
            if (credential instanceof Credential.GivenToken given) {
                context.hold(given.token());
                return given.token().token().isEmpty()
                        ? CheckResult.unknown(
                                context.finding("credential-missing", "token", "empty, from " + given.source()))
                        : CheckResult.pass("from " + given.source());
            }
            if (credential instanceof Credential.ClientCredentials client) {
                return fetch(context, client);
            }
            return CheckResult.skip("configuration.complete");
        }

        private static CheckResult fetch(CheckContext context, Credential.ClientCredentials credential) {
            ClientProof.Shown shown = credential.proof().show(context.now());
            if (shown instanceof ClientProof.Unusable unusable) {
                return CheckResult.unknown(context.unusable(unusable));
            }
            RecordedCall call = context.callTokenEndpoint(credential, (ClientProof.Usable) shown);
            TokenFetch fetch = TokenFetch.of(call, context.catalog(), credential.proof());
            PastedToken token = fetch.token();
            if (token != null) {
                context.hold(token);
                return CheckResult.pass("issued by the token endpoint", call.id());
            }
            Finding finding = fetch.finding();
            return finding == null ? CheckResult.pass("", call.id()) : CheckResult.failed(finding, call.id());
        }
    }

    /** The token can be read. */
    static final class Decodable implements Check {
        @Override
        public CheckInfo info() {
            return CheckInfo.of("token.decodable", "The token can be read", "token.present");
        }

        @Override
        public CheckResult run(CheckContext context) {
            TokenReading reading = context.reading();
            List<Finding> findings = new ArrayList<>();
            for (TokenIssue issue : TokenJudge.judge(reading, context.expectation())) {
                if (!(reading instanceof TokenReading.Decoded)) {
                    findings.add(finding(context, issue));
                }
            }
            PastedToken held = context.token();
            String notes = held == null || held.notes().isEmpty() ? "" : ", but " + String.join("; ", held.notes());
            return CheckResult.of(findings, "a JSON Web Token" + notes);
        }
    }

    /** One aspect of the claims, judged by the same rules as `token inspect` judges them. */
    static final class Claim implements Check {
        private final CheckInfo info;
        private final Set<String> issues;

        Claim(String id, String title, String... issues) {
            info = CheckInfo.of(id, title, "token.decodable").after("network.responder");
            this.issues = Set.of(issues);
        }

        @Override
        public CheckInfo info() {
            return info;
        }

        @Override
        public CheckResult run(CheckContext context) {
            TokenReading reading = context.reading();
            if (!(reading instanceof TokenReading.Decoded decoded)) {
                return CheckResult.pass("not readable, so not judged");
            }
            List<Finding> findings = new ArrayList<>();
            for (TokenIssue issue : TokenJudge.judge(reading, context.expectation())) {
                if (issues.contains(issue.id())) {
                    findings.add(finding(context, issue));
                }
            }
            return CheckResult.of(findings, healthy(context, decoded.claims()));
        }

        private Told healthy(CheckContext context, Claims claims) {
            return switch (info.id()) {
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
            long minutes =
                    Duration.between(context.expectation().best(), expires).toMinutes();
            String clock = context.skew() == null ? "local clock" : "server's clock";
            return "valid for another " + minutes + " min, until " + expires + " by the " + clock;
        }
    }

    /** The token's roles are enough for what the application wants to do. */
    static final class Roles implements Check {
        @Override
        public CheckInfo info() {
            return CheckInfo.of(
                    "token.roles",
                    "The roles are enough for the chosen operation",
                    "token.decodable",
                    "token.app-only");
        }

        @Override
        public CheckResult run(CheckContext context) {
            Claims claims = context.claims();
            if (claims == null) {
                return CheckResult.pass("not readable, so not judged");
            }
            Goal goal = context.settings().goal();
            Set<String> missing = new TreeSet<>();
            boolean probable = false;
            for (Operation operation : goal.operations()) {
                Need need = Need.of(operation);
                probable |= need.standing(claims.roles()) != Standing.ALLOWED;
                missing.addAll(need.leastMissing(claims.roles()));
            }
            if (missing.isEmpty()) {
                return CheckResult.pass("enough for " + goal.slug() + (probable ? ", probably" : ""));
            }
            String roles = claims.roles().isEmpty() ? "none" : String.join(", ", claims.roles());
            Finding finding = context.catalog()
                    .finding(
                            "permission-missing",
                            Confidence.LIKELY,
                            List.of(
                                    new Evidence("operation", goal.slug()),
                                    new Evidence("token roles", Redactor.told(roles)),
                                    new Evidence("least missing role", String.join(", ", missing))));
            return CheckResult.of(List.of(finding), "");
        }
    }

    static Finding finding(CheckContext context, TokenIssue issue) {
        return context.catalog().finding(issue.id(), issue.confidence(), issue.evidence());
    }
}
