package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a condition shows: plain predicates, all of which must hold. The more telling the predicates, the higher
 * the score; what the body says outranks the status.
 */
final class Match {
    private static final Set<String> KEYS = Set.of(
            "fault",
            "responder",
            "status",
            "method",
            "shape",
            "text",
            "pattern",
            "code",
            "header",
            "request",
            "token",
            "confidence");

    private final List<String> faults;
    private final List<String> responders;
    private final List<String> statuses;
    private final List<String> methods;
    private final List<String> shapes;
    private final List<String> texts;
    private final String pattern;
    private final List<String> codes;
    private final Map<String, String> headers;
    private final List<RequestFact> request;
    private final List<String> token;
    private final @Nullable Confidence confidence;
    private volatile @Nullable Pattern compiled;

    /** Trusts the rule, which the build has checked. */
    Match(JsonNode rule) {
        faults = Json.strings(rule.path("fault"));
        responders = Json.strings(rule.path("responder"));
        statuses = Json.strings(rule.path("status"));
        methods = Json.strings(rule.path("method"));
        shapes = Json.strings(rule.path("shape"));
        texts = lower(Json.strings(rule.path("text")));
        pattern = rule.path("pattern").asText("");
        codes = Json.strings(rule.path("code"));
        headers = map(rule.path("header"));
        request = new ArrayList<>();
        for (String slug : Json.strings(rule.path("request"))) {
            request.add(RequestFact.ofSlug(slug));
        }
        token = Json.strings(rule.path("token"));
        JsonNode own = rule.path("confidence");
        confidence = own.isTextual() ? Json.constant(Confidence.class, own) : null;
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
        new Match(rule);
    }

    /** How sure a diagnosis by this very rule is, or null when it is as sure as the row says. */
    @Nullable
    Confidence confidence() {
        return confidence;
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
        if (seen.fault() != null) {
            return faults.contains(seen.fault().slug()) ? Weight.FAULT : -1;
        }
        Answered answer = seen.judged();
        if (answer == null || !faults.isEmpty()) {
            return -1;
        }
        // The cheap predicates first: most rules fail on the status, long before a pattern is compiled.
        int score = plus(0, status(answer.status()));
        score = score < 0 ? -1 : plus(score, oneOf(methods, seen.request().method(), Weight.METHOD));
        score = score < 0 ? -1 : plus(score, oneOf(shapes, seen.body().shape().slug(), Weight.SHAPE));
        score = score < 0 ? -1 : plus(score, oneOf(responders, seen.responder().slug(), Weight.RESPONDER));
        score = score < 0 ? -1 : plus(score, code(seen));
        score = score < 0 ? -1 : plus(score, header(answer));
        score = score < 0 ? -1 : plus(score, token(seen));
        score = score < 0 ? -1 : plus(score, request(seen));
        boolean hopeless = hasPattern() && score + Weight.TEXT < floor;
        return score < 0 || hopeless ? -1 : plus(score, text(seen));
    }

    /** This rule for rows of a log, one for each weight its statuses have; nothing when no row can fulfil it. */
    List<LogRule> forLogs(String condition) {
        boolean needsMore = !faults.isEmpty() || !texts.isEmpty() || !codes.isEmpty() || !headers.isEmpty();
        boolean needsBody = (!shapes.isEmpty() && !shapes.contains("empty")) || pattern.length() > 1;
        if (needsMore || needsBody || !token.isEmpty()) {
            return List.of();
        }
        List<String> facts = new ArrayList<>();
        for (RequestFact fact : request) {
            facts.add(fact.slug());
        }
        int score = (methods.isEmpty() ? 0 : Weight.METHOD)
                + (shapes.isEmpty() ? 0 : Weight.SHAPE)
                + (responders.isEmpty() ? 0 : Weight.RESPONDER)
                + (pattern.isEmpty() ? 0 : Weight.TEXT)
                + request.size() * Weight.REQUEST;
        List<String> exact = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (String status : statuses) {
            (status.endsWith("xx") ? classes : exact).add(status);
        }
        List<LogRule> rules = new ArrayList<>();
        if (!exact.isEmpty()) {
            rules.add(new LogRule(condition, score + Weight.STATUS, exact, methods, responders, facts));
        }
        if (!classes.isEmpty()) {
            rules.add(new LogRule(condition, score + Weight.STATUS_CLASS, classes, methods, responders, facts));
        }
        if (statuses.isEmpty() && score > 0) {
            rules.add(new LogRule(condition, score, statuses, methods, responders, facts));
        }
        return rules;
    }

    /** Whether it could hold if the answer said something else: status, method, sender and form of the body do not rule it out. */
    boolean isOpenTo(Observation seen) {
        Answered answer = seen.judged();
        if (answer == null) {
            return !faults.isEmpty();
        }
        String method = seen.request().method();
        return faults.isEmpty()
                && (answer.status() == 0 || status(answer.status()) >= 0)
                && (method == null || oneOf(methods, method, 0) >= 0)
                && oneOf(shapes, seen.body().shape().slug(), 0) >= 0
                && oneOf(responders, seen.responder().slug(), 0) >= 0;
    }

    /** Whether nothing that is known of the request speaks against it. */
    boolean allows(Observation seen) {
        String method = seen.request().method();
        return (method == null || oneOf(methods, method, 0) >= 0) && (seen.url() == null || request(seen) >= 0);
    }

    private static int plus(int score, int part) {
        return part < 0 ? -1 : score + part;
    }

    private int status(int status) {
        if (statuses.isEmpty()) {
            return 0;
        }
        if (status == 0) {
            // A pasted body may come without its status: then only what it says can tell, never who seems to say it,
            // and
            // never that it says nothing.
            return !texts.isEmpty() || !codes.isEmpty() || demandsWords() ? 0 : -1;
        }
        if (statuses.contains(Integer.toString(status))) {
            return Weight.STATUS;
        }
        return statuses.contains(status / 100 + "xx") ? Weight.STATUS_CLASS : -1;
    }

    /** Whether the pattern does not hold of an empty text too. */
    private boolean demandsWords() {
        return hasPattern() && !compiled().matcher("").find();
    }

    private static int oneOf(List<String> allowed, @Nullable String value, int weight) {
        if (allowed.isEmpty()) {
            return 0;
        }
        return value != null && allowed.contains(value) ? weight : -1;
    }

    private int code(Observation seen) {
        if (codes.isEmpty()) {
            return 0;
        }
        for (String code : seen.body().codes()) {
            for (String wanted : codes) {
                if (wanted.equalsIgnoreCase(code)) {
                    return Weight.CODE;
                }
            }
        }
        return -1;
    }

    private int header(Answered answer) {
        for (Map.Entry<String, String> wanted : headers.entrySet()) {
            if (!holds(answer.headers(), wanted.getKey(), wanted.getValue())) {
                return -1;
            }
        }
        return headers.size() * Weight.HEADER;
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
        for (RequestFact fact : request) {
            if (!fact.holds(seen)) {
                return -1;
            }
        }
        return request.size() * Weight.REQUEST;
    }

    private int token(Observation seen) {
        int held = 0;
        int weight = 0;
        for (TokenFact fact : seen.tokenFacts()) {
            if (token.contains(fact.slug())) {
                held++;
                weight += Weight.TOKEN + fact.rank();
            }
        }
        return held == token.size() ? weight : -1;
    }

    private int text(Observation seen) {
        if (texts.isEmpty() && pattern.isEmpty()) {
            return 0;
        }
        if (!containsOne(texts, seen)) {
            return -1;
        }
        boolean found =
                pattern.isEmpty() || compiled().matcher(seen.body().message()).find();
        return found ? Weight.TEXT : -1;
    }

    private static boolean containsOne(List<String> texts, Observation seen) {
        for (String text : texts) {
            if (seen.lowerMessage().contains(text)) {
                return true;
            }
        }
        return texts.isEmpty();
    }

    /** Compiled when it is first needed, and then kept for the next million answers. */
    private Pattern compiled() {
        Pattern known = compiled;
        if (known == null) {
            known = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
            compiled = known;
        }
        return known;
    }

    private static List<String> lower(List<String> texts) {
        List<String> lower = new ArrayList<>(texts.size());
        for (String text : texts) {
            lower.add(text.toLowerCase(Locale.ROOT));
        }
        return lower;
    }

    private static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            map.put(field.getKey(), field.getValue().asText().toLowerCase(Locale.ROOT));
        }
        return map;
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
