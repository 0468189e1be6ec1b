package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Classification;
import io.scimdoctor.catalog.Classifier;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.catalog.TokenFact;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.Verdict;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.token.Claims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one diagnosis of the whole tool: every command that has an exchange asks here what it shows. */
public final class Diagnoser {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Catalog catalog;
    private final Classifier classifier;

    public Diagnoser(Catalog catalog) {
        this.catalog = catalog;
        classifier = new Classifier(catalog);
    }

    /** Never fails: an exchange that nothing describes is `unclassified`. */
    public Diagnosis diagnose(Exchange exchange, DiagnosisContext context) {
        Claims claims = claims(exchange, context);
        Observation seen = new Observation(exchange, facts(exchange, claims, context));
        if (isIssuedToken(seen)) {
            return new Diagnosis(seen, null, List.of());
        }
        Optional<Classification> classification = classifier.classify(seen);
        if (classification.isEmpty()) {
            return new Diagnosis(seen, null, List.of());
        }
        BrokenRule broken = BrokenRule.of(seen, classification.get());
        Classification shown = doubted(broken.narrow(classification.get(), catalog), seen, claims);
        return new Diagnosis(seen, finding(shown, new Facts(seen, claims, broken), context), alternatives(shown));
    }

    /**
     * Tells again what a recorded exchange showed. What is not in this catalogue, because another version recorded it or
     * somebody edited it, is diagnosed anew.
     */
    public Diagnosis recall(Exchange exchange, Recorded recorded, DiagnosisContext context) {
        String id = recorded.id();
        Optional<Condition> known = id == null ? Optional.empty() : catalog.find(id);
        if (id != null && known.isEmpty()) {
            return diagnose(exchange, context);
        }
        Claims claims = claims(exchange, context);
        Observation seen = new Observation(exchange, facts(exchange, claims, context));
        if (known.isEmpty()) {
            return new Diagnosis(seen, null, List.of());
        }
        Confidence confidence = recorded.confidence();
        Classification then =
                new Classification(known.get(), confidence == null ? known.get().confidence() : confidence, List.of());
        List<String> alternatives = new ArrayList<>();
        for (String alternative : recorded.alternatives()) {
            catalog.find(alternative).ifPresent(condition -> alternatives.add(condition.id()));
        }
        return new Diagnosis(
                seen, finding(then, new Facts(seen, claims, BrokenRule.of(seen, then)), context), alternatives);
    }

    /** What is known of one exchange beside its classification. */
    private record Facts(Observation seen, @Nullable Claims claims, BrokenRule broken) {}

    private Finding finding(Classification classification, Facts facts, DiagnosisContext context) {
        // What a captured request's own token claims stays with its owner; a token that the user handed over may be
        // shown.
        Proof proof = new Proof(facts.seen(), facts.claims(), facts.claims() == context.token());
        Answered answer = facts.seen().judged();
        Integer status = answer == null || answer.status() == 0 ? null : answer.status();
        return catalog.finding(classification, status, facts.broken().evidence(proof.evidence(classification)));
    }

    /**
     * A refusal for lack of permission is not certain when the token holds every role that the operation needs, or when
     * nothing is known of the token and the target may be protected.
     */
    private static Classification doubted(Classification classification, Observation seen, @Nullable Claims claims) {
        Condition condition = classification.condition();
        if (!condition.id().equals(Roles.PERMISSION_MISSING)) {
            return classification;
        }
        if (seen.tokenFacts().contains(TokenFact.ROLES_SUFFICIENT)) {
            return new Classification(condition, Confidence.POSSIBLE, classification.runnersUp());
        }
        boolean certain = classification.confidence() == Confidence.CERTAIN;
        return certain && claims == null && changesObject(seen)
                ? new Classification(condition, Confidence.LIKELY, classification.runnersUp())
                : classification;
    }

    /** A protected user or group refuses a change with the same words as a missing role does. */
    private static boolean changesObject(Observation seen) {
        String method = String.valueOf(seen.request().method());
        ScimUrl url = seen.url();
        return url != null && url.isObject() && (method.equals("PATCH") || method.equals("DELETE"));
    }

    /** The token endpoint's success (RFC 6749, section 5.1); the rules describe its refusals only. */
    private static boolean isIssuedToken(Observation seen) {
        Answered answer = seen.answer();
        return answer != null && answer.isSuccess() && seen.body().field("access_token") != null;
    }

    private static @Nullable Claims claims(Exchange exchange, DiagnosisContext context) {
        Answered answer = exchange.answer();
        boolean refused = answer != null && (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN);
        if (!refused) {
            return null;
        }
        Claims own = TokenFacts.ofRequest(exchange.request());
        return own == null ? context.token() : own;
    }

    private static Set<TokenFact> facts(Exchange exchange, @Nullable Claims claims, DiagnosisContext context) {
        if (claims == null) {
            return EnumSet.noneOf(TokenFact.class);
        }
        Instant at = When.of(exchange);
        Set<TokenFact> facts = TokenFacts.of(claims, at == null ? context.now() : at, context.tenant());
        List<Need> needs = Intent.of(exchange.request());
        if (!needs.isEmpty() && needs.stream().allMatch(need -> need.verdict(claims.roles()) == Verdict.ALLOWED)) {
            facts.add(TokenFact.ROLES_SUFFICIENT);
        }
        return facts;
    }

    private List<String> alternatives(Classification classification) {
        List<String> ids = new ArrayList<>();
        if (classification.confidence() == Confidence.CERTAIN) {
            return ids;
        }
        for (Condition runnerUp : classification.runnersUp()) {
            ids.add(runnerUp.id());
        }
        for (Explanation.LookAlike other :
                catalog.explain(classification.condition()).confusedWith()) {
            if (!ids.contains(other.id())) {
                ids.add(other.id());
            }
        }
        return ids;
    }
}
