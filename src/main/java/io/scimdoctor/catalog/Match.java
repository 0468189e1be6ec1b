package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a condition shows: plain predicates, all of which must hold. The more telling the predicates, the higher
 * the score; what the body says outranks the status.
 */
final class Match {
    private static final Set<String> KEYS =
            Set.of("fault responder status method shape text pattern code header request token confidence".split(" "));

    private static final LatePattern NONE = LatePattern.of("");

    private final JsonNode rule;
    private final String pattern;
    private final LatePattern compiled;

    /** Makes a rule of the catalogue without checking it: the build has done so. */
    Match(JsonNode rule) {
        this.rule = rule;
        pattern = rule.path("pattern").asText("");
        compiled = pattern.isEmpty() ? NONE : LatePattern.of("(?i)" + pattern);
    }

    /**
     * Checks a rule, as the build does.
     *
     * @throws IllegalArgumentException for a predicate or a value that does not exist
     */
    static void check(JsonNode rule) {
        for (Map.Entry<String, JsonNode> field : rule.properties()) {
            if (!KEYS.contains(field.getKey())) {
                throw new IllegalArgumentException("no such predicate: " + field.getKey());
            }
        }
        rule.path("fault").forEach(slug -> Json.constant(TransportFault.class, slug));
        rule.path("responder").forEach(slug -> Json.constant(Responder.class, slug));
        rule.path("shape").forEach(slug -> Json.constant(Shape.class, slug));
        rule.path("token").forEach(slug -> Json.constant(TokenFact.class, slug));
        SentRequest any = SentRequest.get("https://graph.microsoft.com/rp/scim/Users", Headers.NONE);
        Answered empty = new Answered(0, Headers.NONE, "");
        Observation seen = new Observation(Exchange.captured(any, empty, null), Set.of());
        rule.path("request").forEach(fact -> RequestFacts.holds(fact.asText(), seen));
        List<String> compared = new ArrayList<>(Json.strings(rule.path("text")));
        rule.path("header").forEach(value -> compared.add(value.asText()));
        for (String text : compared) {
            if (!text.equals(text.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("not in lower case, as it is compared: " + text);
            }
        }
    }

    /** How sure a diagnosis by this very rule is, or null when it is as sure as the row says. */
    @Nullable
    Confidence confidence() {
        return rule.has("confidence") ? Json.constant(Confidence.class, rule.path("confidence")) : null;
    }

    /** Whether a regular expression has to be compiled for it. */
    boolean hasPattern() {
        return !pattern.isEmpty();
    }

    /**
     * How specifically this rule describes what was seen, or -1 when it does not.
     *
     * @param floor a score that another rule has reached; a pattern that cannot exceed it is not tried
     */
    int score(Observation seen, int floor) {
        TransportFault fault = seen.fault();
        if (fault != null) {
            return has("fault", fault.slug()) ? Weight.FAULT : -1;
        }
        Answered answer = seen.judged();
        if (answer == null || rule.has("fault")) {
            return -1;
        }
        // The cheap predicates first: most rules fail on the status, long before a pattern is compiled.
        int score = plus(0, status(answer.status()));
        score = score < 0 ? -1 : plus(score, oneOf("method", seen.request().method(), Weight.METHOD));
        score = score < 0 ? -1 : plus(score, oneOf("shape", seen.body().shape().slug(), Weight.SHAPE));
        score = score < 0 ? -1 : plus(score, oneOf("responder", seen.responder().slug(), Weight.RESPONDER));
        score = score < 0 ? -1 : plus(score, code(seen));
        score = score < 0 ? -1 : plus(score, header(answer));
        score = score < 0 ? -1 : plus(score, token(seen));
        score = score < 0 ? -1 : plus(score, request(seen));
        boolean hopeless = hasPattern() && score + Weight.TEXT < floor;
        return score < 0 || hopeless ? -1 : plus(score, text(seen));
    }

    /** This rule for rows of a log, one for each weight its statuses have; nothing when no row can fulfil it. */
    List<LogRule> forLogs(String condition) {
        boolean needsBody = oneOf("shape", Shape.EMPTY.slug(), 0) < 0 || pattern.length() > 1;
        if (needsBody || Json.hasAny(rule, "fault", "text", "code", "header", "token")) {
            return List.of();
        }
        List<String> statuses = Json.strings(rule.path("status"));
        List<String> methods = Json.strings(rule.path("method"));
        List<String> responders = Json.strings(rule.path("responder"));
        List<String> request = Json.strings(rule.path("request"));
        int score = (methods.isEmpty() ? 0 : Weight.METHOD)
                + (rule.has("shape") ? Weight.SHAPE : 0)
                + (responders.isEmpty() ? 0 : Weight.RESPONDER)
                + (pattern.isEmpty() ? 0 : Weight.TEXT)
                + request.size() * Weight.REQUEST;
        Map<Integer, List<String>> byWeight = new TreeMap<>(Comparator.reverseOrder());
        for (String status : statuses) {
            int weight = status.endsWith("xx") ? Weight.STATUS_CLASS : Weight.STATUS;
            byWeight.computeIfAbsent(weight, key -> new ArrayList<>()).add(status);
        }
        if (statuses.isEmpty() && score > 0) {
            byWeight.put(0, statuses);
        }
        List<LogRule> rules = new ArrayList<>();
        byWeight.forEach((weight, alike) ->
                rules.add(new LogRule(condition, score + weight, alike, methods, responders, request)));
        return rules;
    }

    /** Whether it could hold if the answer said something else: status, method, sender and form of the body allow it. */
    boolean isOpenTo(Observation seen) {
        Answered answer = seen.judged();
        if (answer == null) {
            return rule.has("fault");
        }
        String method = seen.request().method();
        return !rule.has("fault")
                && (answer.status() == 0 || status(answer.status()) >= 0)
                && (method == null || oneOf("method", method, 0) >= 0)
                && oneOf("shape", seen.body().shape().slug(), 0) >= 0
                && oneOf("responder", seen.responder().slug(), 0) >= 0;
    }

    /** Whether nothing that is known of the request speaks against it. */
    boolean allows(Observation seen) {
        String method = seen.request().method();
        return (method == null || oneOf("method", method, 0) >= 0) && (seen.url() == null || request(seen) >= 0);
    }

    private static int plus(int score, int part) {
        return part < 0 ? -1 : score + part;
    }

    private int status(int status) {
        if (!rule.has("status")) {
            return 0;
        }
        if (status == 0) {
            // A pasted body may come without its status: only what it says can tell then, not who seems to say it, and
            // not that it says nothing.
            boolean demandsWords = hasPattern() && !compiled.matcher("").find();
            return rule.has("text") || rule.has("code") || demandsWords ? 0 : -1;
        }
        if (has("status", Integer.toString(status))) {
            return Weight.STATUS;
        }
        return has("status", status / 100 + "xx") ? Weight.STATUS_CLASS : -1;
    }

    private int oneOf(String predicate, @Nullable String value, int weight) {
        return rule.has(predicate) ? has(predicate, value) ? weight : -1 : 0;
    }

    private boolean has(String predicate, @Nullable String value) {
        for (JsonNode allowed : rule.path(predicate)) {
            if (allowed.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private int code(Observation seen) {
        for (String code : seen.body().codes()) {
            for (JsonNode wanted : rule.path("code")) {
                if (wanted.asText().equalsIgnoreCase(code)) {
                    return Weight.CODE;
                }
            }
        }
        return rule.has("code") ? -1 : 0;
    }

    private int header(Answered answer) {
        for (Map.Entry<String, JsonNode> wanted : rule.path("header").properties()) {
            if (!holds(answer.headers(), wanted.getKey(), wanted.getValue().asText())) {
                return -1;
            }
        }
        return rule.path("header").size() * Weight.HEADER;
    }

    /** A field may come more than once, as a challenge for each scheme does. */
    private static boolean holds(Headers headers, String name, String value) {
        for (Headers.Field field : headers.fields()) {
            if (field.name().equalsIgnoreCase(name)
                    && field.value().toLowerCase(Locale.ROOT).contains(value)) {
                return true;
            }
        }
        return false;
    }

    private int request(Observation seen) {
        for (JsonNode fact : rule.path("request")) {
            if (!RequestFacts.holds(fact.asText(), seen)) {
                return -1;
            }
        }
        return rule.path("request").size() * Weight.REQUEST;
    }

    private int token(Observation seen) {
        int weight = 0;
        for (JsonNode slug : rule.path("token")) {
            TokenFact fact = Json.constant(TokenFact.class, slug);
            if (!seen.tokenFacts().contains(fact)) {
                return -1;
            }
            weight += Weight.TOKEN + fact.rank();
        }
        return weight;
    }

    private int text(Observation seen) {
        boolean found = !rule.has("text");
        for (JsonNode text : rule.path("text")) {
            found |= seen.lowerMessage().contains(text.asText());
        }
        if (!found || (hasPattern() && !compiled.matcher(seen.body().message()).find())) {
            return -1;
        }
        return !rule.has("text") && !hasPattern() ? 0 : Weight.TEXT;
    }

    /** Each kind of predicate outweighs all the weaker kinds together. */
    private static final class Weight {
        static final int FAULT = 10_000;
        static final int TEXT = 1_000;
        static final int CODE = 500;
        static final int REQUEST = 60;
        static final int TOKEN = 60;
        static final int HEADER = 30;
        static final int METHOD = 12;
        static final int SHAPE = 6;
        static final int RESPONDER = 5;
        static final int STATUS = 3;
        static final int STATUS_CLASS = 1;
    }
}
