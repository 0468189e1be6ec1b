package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a condition shows: plain predicates, all of which must hold. The more telling the predicates, the higher
 * the score; what the body says outranks the status.
 */
final class Match {
    private static final Set<String> KEYS =
            Set.of("fault responder status method shape text pattern code header request token confidence".split(" "));

    private final Set<TransportFault> faults;
    private final Set<Responder> responders;
    private final List<String> statuses;
    private final List<String> methods;
    private final Set<Shape> shapes;
    private final List<String> texts;
    private final String pattern;
    private final List<String> codes;
    private final JsonNode headers;
    private final List<String> request;
    private final Set<TokenFact> token;
    private final JsonNode confidence;
    private volatile @Nullable Pattern compiled;

    /** Trusts the rule, which the build has checked. */
    Match(JsonNode rule) {
        faults = constants(TransportFault.class, rule.path("fault"));
        responders = constants(Responder.class, rule.path("responder"));
        statuses = Json.strings(rule.path("status"));
        methods = Json.strings(rule.path("method"));
        shapes = constants(Shape.class, rule.path("shape"));
        texts = Json.strings(rule.path("text"));
        pattern = rule.path("pattern").asText("");
        codes = Json.strings(rule.path("code"));
        headers = rule.path("header");
        request = Json.strings(rule.path("request"));
        token = constants(TokenFact.class, rule.path("token"));
        confidence = rule.path("confidence");
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, JsonNode slugs) {
        Set<E> constants = slugs.isEmpty() ? Set.of() : EnumSet.noneOf(type);
        for (JsonNode slug : slugs) {
            constants.add(Json.constant(type, slug));
        }
        return constants;
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
        Match match = new Match(rule);
        SentRequest any = SentRequest.get("https://graph.microsoft.com/rp/scim/Users", Headers.NONE);
        Answered empty = new Answered(0, Headers.NONE, "");
        Observation seen = new Observation(Exchange.captured(any, empty, null), Set.of());
        match.request.forEach(fact -> RequestFacts.holds(fact, seen));
        List<String> compared = new ArrayList<>(match.texts);
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
        return confidence.isTextual() ? Json.constant(Confidence.class, confidence) : null;
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
            return faults.contains(seen.fault()) ? Weight.FAULT : -1;
        }
        Answered answer = seen.judged();
        if (answer == null || !faults.isEmpty()) {
            return -1;
        }
        // The cheap predicates first: most rules fail on the status, long before a pattern is compiled.
        int score = plus(0, status(answer.status()));
        score = score < 0 ? -1 : plus(score, oneOf(methods, seen.request().method(), Weight.METHOD));
        score = score < 0 ? -1 : plus(score, oneOf(shapes, seen.body().shape(), Weight.SHAPE));
        score = score < 0 ? -1 : plus(score, oneOf(responders, seen.responder(), Weight.RESPONDER));
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
        boolean needsBody = (!shapes.isEmpty() && !shapes.contains(Shape.EMPTY)) || pattern.length() > 1;
        if (needsMore || needsBody || !token.isEmpty()) {
            return List.of();
        }
        int score = (methods.isEmpty() ? 0 : Weight.METHOD)
                + (shapes.isEmpty() ? 0 : Weight.SHAPE)
                + (responders.isEmpty() ? 0 : Weight.RESPONDER)
                + (pattern.isEmpty() ? 0 : Weight.TEXT)
                + request.size() * Weight.REQUEST;
        List<String> slugs = responders.stream().map(Responder::slug).toList();
        Map<Integer, List<String>> byWeight = new TreeMap<>(Comparator.reverseOrder());
        for (String status : statuses) {
            int weight = status.endsWith("xx") ? Weight.STATUS_CLASS : Weight.STATUS;
            byWeight.computeIfAbsent(weight, key -> new ArrayList<>()).add(status);
        }
        if (statuses.isEmpty() && score > 0) {
            byWeight.put(0, statuses);
        }
        List<LogRule> rules = new ArrayList<>();
        byWeight.forEach(
                (weight, alike) -> rules.add(new LogRule(condition, score + weight, alike, methods, slugs, request)));
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
                && oneOf(shapes, seen.body().shape(), 0) >= 0
                && oneOf(responders, seen.responder(), 0) >= 0;
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
            boolean demandsWords = hasPattern() && !compiled().matcher("").find();
            return !texts.isEmpty() || !codes.isEmpty() || demandsWords ? 0 : -1;
        }
        if (statuses.contains(Integer.toString(status))) {
            return Weight.STATUS;
        }
        return statuses.contains(status / 100 + "xx") ? Weight.STATUS_CLASS : -1;
    }

    private static <T> int oneOf(Collection<T> allowed, @Nullable T value, int weight) {
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
        for (Map.Entry<String, JsonNode> wanted : headers.properties()) {
            if (!holds(answer.headers(), wanted.getKey(), wanted.getValue().asText())) {
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
        for (String fact : request) {
            if (!RequestFacts.holds(fact, seen)) {
                return -1;
            }
        }
        return request.size() * Weight.REQUEST;
    }

    private int token(Observation seen) {
        int weight = 0;
        for (TokenFact fact : token) {
            if (!seen.tokenFacts().contains(fact)) {
                return -1;
            }
            weight += Weight.TOKEN + fact.rank();
        }
        return weight;
    }

    private int text(Observation seen) {
        boolean found = texts.isEmpty();
        for (String text : texts) {
            found |= seen.lowerMessage().contains(text);
        }
        if (!found
                || (hasPattern() && !compiled().matcher(seen.body().message()).find())) {
            return -1;
        }
        return texts.isEmpty() && !hasPattern() ? 0 : Weight.TEXT;
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
