package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Classification;
import io.scimdoctor.catalog.Classifier;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.catalog.LoginHost;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.catalog.Responder;
import io.scimdoctor.catalog.TokenFact;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The one diagnosis of the whole tool: every command that has an exchange asks here what it shows. */
public final class Diagnoser {
    /** So many exchanges are diagnosed before it pays to remember what others were like. */
    private static final int FEW = 1000;

    private static final int MOST_KINDS = 1000;
    private static final int LONGEST_KIND = 4000;

    private final Catalog catalog;
    private final Classifier classifier;
    private final Map<String, Optional<Classification>> alike = new ConcurrentHashMap<>();
    private volatile int diagnosed;

    public Diagnoser(Catalog catalog) {
        this.catalog = catalog;
        classifier = new Classifier(catalog);
    }

    /** Never fails: an exchange that nothing describes is `unclassified`. */
    public Diagnosis diagnose(Exchange exchange, DiagnosisContext context) {
        TokenEvidence token = TokenEvidence.of(exchange, context);
        Observation seen = new Observation(exchange, token.facts());
        ExchangeFacts facts = ExchangeFacts.of(seen);
        // The token endpoint's success (RFC 6749, section 5.1); the rules describe its refusals only.
        Answered answer = seen.judged();
        boolean issued = answer != null && answer.isSuccess() && seen.body().field("access_token") != null;
        Optional<Classification> classification = issued ? Optional.empty() : classify(seen, context);
        if (classification.isEmpty()) {
            return new Diagnosis(seen, facts, null, List.of());
        }
        BrokenRule broken = BrokenRule.of(seen, classification.get());
        Classification shown = doubted(broken.narrow(classification.get(), catalog), seen, token);
        return new Diagnosis(seen, facts, finding(shown, seen, facts, token, broken), alternatives(shown, seen));
    }

    /** Of a mountain of exchanges those that are alike are classified once. */
    private Optional<Classification> classify(Observation seen, DiagnosisContext context) {
        diagnosed = Math.min(FEW, diagnosed + 1);
        String kind = diagnosed < FEW ? null : Likeness.of(seen.exchange(), context);
        if (kind == null || kind.length() > LONGEST_KIND) {
            return classifier.classify(seen);
        }
        Optional<Classification> known = alike.get(kind);
        if (known == null) {
            known = classifier.classify(seen);
            if (alike.size() >= MOST_KINDS) {
                alike.clear();
            }
            alike.put(kind, known);
        }
        return known;
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
        TokenEvidence token = TokenEvidence.of(exchange, context);
        Observation seen = new Observation(exchange, token.facts());
        ExchangeFacts facts = ExchangeFacts.of(seen);
        if (known.isEmpty()) {
            return new Diagnosis(seen, facts, null, List.of());
        }
        Confidence confidence = recorded.confidence();
        Classification then =
                new Classification(known.get(), confidence == null ? known.get().confidence() : confidence, List.of());
        List<String> alternatives = recorded.alternatives().stream()
                .flatMap(alternative -> catalog.find(alternative).stream())
                .map(Condition::id)
                .toList();
        return new Diagnosis(seen, facts, finding(then, seen, facts, token, BrokenRule.of(seen, then)), alternatives);
    }

    private Finding finding(
            Classification classification,
            Observation seen,
            ExchangeFacts facts,
            TokenEvidence token,
            BrokenRule broken) {
        Answered answer = seen.judged();
        // A status that is only the usual one of such an answer is nowhere in the capture.
        Integer status = answer == null || facts.status() == null ? null : answer.status();
        List<Evidence> proof = new Proof(seen, token, new ArrayList<>()).evidence(classification);
        Finding finding =
                catalog.finding(classification, status, broken.evidence(proof)).at(facts.request());
        Finding addressed = LoginHost.about(finding, seen.request());
        Owner actor = actor(finding, seen);
        return actor == null ? addressed : addressed.ownedBy(actor);
    }

    /** Whether something in between took the token: the request had one, and the service got none. */
    private static boolean isLost(String id, Observation seen) {
        String sent = seen.request().headers().first("authorization").orElse("");
        return id.equals("token-missing") && sent.strip().indexOf(' ') > 0;
    }

    /** Who has to act where the answer says more of that than the condition; null otherwise. */
    private static @Nullable Owner actor(Finding finding, Observation seen) {
        String id = finding.id();
        if (isNobodys(seen) || isLost(id, seen)) {
            return Owner.NETWORK;
        }
        if (finding.fact("permission") != null) {
            return Owner.IDENTITY_ADMINISTRATOR;
        }
        // RFC 6749, section 5.2, and the errors of Microsoft Entra's reference of error codes.
        return switch (id.equals("aadsts-unlisted") ? String.valueOf(seen.body().field("error")) : "") {
            case "access_denied", "interaction_required", "consent_required" -> Owner.IDENTITY_ADMINISTRATOR;
            case "server_error", "temporarily_unavailable" -> Owner.MICROSOFT_SUPPORT;
            default -> null;
        };
    }

    /**
     * A refusal for lack of permission is not certain when roles are known and none is known to lack, when the operation is
     * not known, and when it changes a user or group, which may be protected: the words are the same. A token that is
     * expired by now need not have been when the call was made. What a cut took away might have said something else. A
     * token that was sent and did not arrive may also have been lost in the client, by a redirect.
     */
    private Classification doubted(Classification classification, Observation seen, TokenEvidence token) {
        String id = classification.condition().id();
        boolean doubtful = !isProven(seen)
                || isLost(id, seen)
                || (id.equals("token-expired") && (token.outlivesCall() || (!token.dated() && !isSaid(id, seen))))
                || (Cut.hidesMessage(seen) && Cut.of(seen) != null);
        Confidence most = doubtful ? Confidence.LIKELY : Confidence.CERTAIN;
        if (isNobodys(seen)) {
            most = Confidence.POSSIBLE;
        }
        if (id.equals(Roles.PERMISSION_MISSING)) {
            Confidence roles = byRoles(token, seen);
            most = roles.compareTo(most) > 0 ? roles : most;
        }
        return classification.confidence().compareTo(most) >= 0
                ? classification
                : new Classification(classification.condition(), most, classification.runnersUp());
    }

    /**
     * Whether a status or an error code of somebody known stands behind a diagnosis. What others wrote about a broken
     * connection is words, and a body that contradicts its own status has passed through other hands.
     */
    @SuppressWarnings("ReferenceEquality") // To compare records by value costs a start ten milliseconds.
    private static boolean isProven(Observation seen) {
        Answered answer = seen.answer();
        if (answer == null) {
            return !seen.exchange().attempts().isEmpty();
        }
        if (answer.status() == 0) {
            return seen.responder() != Responder.UNKNOWN && !seen.body().codes().isEmpty();
        }
        // Nothing between caller and API answers 401 on its own: a proxy asks with 407 (RFC 9110, section 15.5.8).
        boolean known = seen.responder() != Responder.UNKNOWN || answer.status() == 401;
        return known && answer == seen.judged();
    }

    /** A failure of a server that shows nothing of itself. */
    private static boolean isNobodys(Observation seen) {
        Answered answer = seen.answer();
        return answer != null
                && answer.status() >= 500
                && seen.responder() == Responder.UNKNOWN
                && !answer.headers().isEmpty();
    }

    private static Confidence byRoles(TokenEvidence token, Observation seen) {
        if (token.has(TokenFact.ROLES_SUFFICIENT)) {
            return Confidence.POSSIBLE;
        }
        boolean lacking = token.has(TokenFact.ROLES_INSUFFICIENT) || token.has(TokenFact.NO_ROLES);
        return lacking || (token.claims() == null && isOpen(seen)) ? Confidence.CERTAIN : Confidence.LIKELY;
    }

    /** Whether the request is known, and is none that also the protection of a user or group refuses. */
    private static boolean isOpen(Observation seen) {
        String method = seen.request().method();
        ScimUrl url = seen.url();
        return method != null
                && url != null
                && !(url.isObject() && (method.equals("PATCH") || method.equals("DELETE")));
    }

    /** Whether the answer alone shows the condition, without the token. */
    private boolean isSaid(String id, Observation seen) {
        return classifier
                .classify(new Observation(seen.exchange(), Set.of()))
                .filter(alone -> alone.condition().id().equals(id))
                .isPresent();
    }

    /** What else it may be: other rules that hold, and what it is often taken for where the answer leaves that open. */
    private List<String> alternatives(Classification classification, Observation seen) {
        List<String> ids = new ArrayList<>();
        boolean another = seen.responder() == Responder.ANOTHER_PRODUCT || seen.responder() == Responder.ANOTHER_API;
        if (classification.confidence() == Confidence.CERTAIN || another) {
            return ids;
        }
        for (Condition runnerUp : classification.runnersUp()) {
            ids.add(runnerUp.id());
        }
        for (Explanation.LookAlike other :
                catalog.explain(classification.condition()).confusedWith()) {
            if (!ids.contains(other.id()) && catalog.isOpenTo(other.id(), seen)) {
                ids.add(other.id());
            }
        }
        return ids;
    }
}
