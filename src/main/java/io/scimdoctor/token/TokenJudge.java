package io.scimdoctor.token;

import io.scimdoctor.exchange.Times;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the claims of a token meant for Microsoft Graph. Source: "Access tokens in the Microsoft identity platform" and
 * "Access token claims reference"; the five minutes of tolerated skew are the usual practice of token libraries.
 */
public final class TokenJudge {
    /** Clocks may differ by so much before it matters. */
    public static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

    private static final String UNUSUAL = "token-unusual";
    /** Their remedy is another request for a token, in which tenant, application and cloud stand. */
    private static final Set<String> ASK_ANEW = Set.of("token-wrong-audience", "token-delegated", "token-wrong-tenant");

    private static final String GRAPH_APPLICATION = "00000003-0000-0000-c000-000000000000";
    private static final String SCHEME = "https://";
    private static final Duration SHORTEST_USUAL = Duration.ofMinutes(5);
    private static final Duration LONGEST_USUAL = Duration.ofHours(25);

    private final TokenExpectation expected;
    private final List<TokenIssue> issues = new ArrayList<>();

    private TokenJudge(TokenExpectation expected) {
        this.expected = expected;
    }

    /** Everything noteworthy about a token; first what stays wrong in a new token that is requested in the same way. */
    public static List<TokenIssue> judge(TokenReading reading, TokenExpectation expected) {
        TokenJudge judge = new TokenJudge(expected);
        if (reading instanceof TokenReading.Decoded decoded) {
            Claims claims = decoded.claims();
            judge.audience(claims);
            judge.appOnly(claims);
            judge.tenant(claims);
            judge.lifetime(claims);
            judge.application(claims);
            judge.version(claims);
            judge.unusual(decoded.header().path("alg").asText("RS256"), claims);
            judge.issues.replaceAll(issue -> ASK_ANEW.contains(issue.id()) ? issue.with(claims.whose()) : issue);
        } else if (reading instanceof TokenReading.Broken broken) {
            judge.add("token-unparseable", Confidence.CERTAIN, "token", broken.reason());
        } else if (reading instanceof TokenReading.Encrypted) {
            judge.add("token-encrypted", Confidence.CERTAIN, "parts", "5");
        } else if (reading instanceof TokenReading.Opaque opaque) {
            judge.add("token-opaque", Confidence.LIKELY, "length", opaque.length() + " characters, no dots");
        }
        return judge.issues;
    }

    private void lifetime(Claims claims) {
        Instant now = expected.best();
        Evidence clock = new Evidence("now", Times.shown(now));
        Instant expires = claims.time("exp");
        Instant notBefore = claims.time("nbf");
        Instant issued = claims.time("iat");
        Confidence byClock = expected.serverNow() == null ? Confidence.LIKELY : Confidence.CERTAIN;
        if (expires == null) {
            String why = !claims.has("exp")
                    ? "missing"
                    : !claims.json().path("exp").isBoolean()
                                    && claims.json().path("exp").asDouble() > 0
                            ? "no time before the year 10000; exp counts seconds, not milliseconds"
                            : "no number of seconds since 1970";
            add("token-lifetime-unusual", Confidence.CERTAIN, "token expires", why);
        } else if (!expires.isAfter(now)) {
            boolean longAgo = expires.plus(TOLERATED_SKEW).isBefore(now);
            Evidence end = new Evidence("token expires", Times.shown(expires));
            add("token-expired", longAgo ? Confidence.CERTAIN : byClock, end, clock);
        }
        Instant tolerated = now.plus(TOLERATED_SKEW);
        boolean early = notBefore != null && notBefore.isAfter(tolerated);
        Instant start = early ? notBefore : issued;
        if (start != null && start.isAfter(tolerated)) {
            Evidence from = new Evidence(early ? "token valid from" : "token issued", Times.shown(start));
            add("token-not-yet-valid", byClock, from, clock);
        }
        if (issued != null && expires != null) {
            Duration life = Duration.between(issued, expires);
            if (life.compareTo(SHORTEST_USUAL) < 0 || life.compareTo(LONGEST_USUAL) > 0) {
                add("token-lifetime-unusual", Confidence.CERTAIN, "lifetime", Claims.span(life));
            }
        }
    }

    private void audience(Claims claims) {
        List<String> audiences = claims.audiences();
        for (String audience : audiences) {
            if (isGraph(audience)) {
                return;
            }
        }
        Told shown = audiences.isEmpty() ? Told.own("missing") : Redactor.toldUrl(String.join(", ", audiences));
        Cloud cloud = expected.cloud() == null ? Cloud.GLOBAL : expected.cloud();
        Evidence needed = new Evidence("needs audience", "https://" + cloud.graphHost());
        add("token-wrong-audience", Confidence.CERTAIN, new Evidence("token audience", shown), needed);
    }

    private boolean isGraph(String audience) {
        Cloud cloud = cloud(audience);
        return audience.equalsIgnoreCase(GRAPH_APPLICATION)
                || (cloud != null && (expected.cloud() == null || expected.cloud() == cloud));
    }

    /** Whether an audience is Microsoft Graph in any cloud. */
    public static boolean isAnyGraph(String audience) {
        return audience.equalsIgnoreCase(GRAPH_APPLICATION) || cloud(audience) != null;
    }

    /** The cloud whose Microsoft Graph the URL names, or null. */
    private static @Nullable Cloud cloud(String audience) {
        String url = audience.toLowerCase(Locale.ROOT);
        int end = url.length();
        while (end > SCHEME.length() && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.startsWith(SCHEME) ? Cloud.ofGraphHost(url.substring(SCHEME.length(), end)) : null;
    }

    /** What Microsoft Entra does not put into a plain application token for the global Microsoft Graph. */
    private void unusual(String algorithm, Claims claims) {
        if (algorithm.equalsIgnoreCase("none")) {
            add(
                    "token-signature",
                    Confidence.CERTAIN,
                    "alg",
                    "none: nobody signed this token, so no service accepts it");
        } else if (!algorithm.equals("RS256") && !algorithm.equals("PS256")) {
            add(UNUSUAL, Confidence.LIKELY, "alg", Redactor.told(algorithm));
        }
        if (claims.has("cnf")) {
            add(UNUSUAL, Confidence.LIKELY, "cnf", "the token is bound to a key (proof of possession)");
        }
        String proof = claims.text("appidacr");
        if ("0".equals(proof == null ? claims.text("azpacr") : proof) && "app".equals(claims.text("idtyp"))) {
            add(UNUSUAL, Confidence.LIKELY, "appidacr", "0: the application has proven itself by nothing");
        }
        for (String audience : claims.audiences()) {
            Cloud cloud = cloud(audience);
            if (cloud != null && cloud != Cloud.GLOBAL && expected.cloud() == null) {
                add(UNUSUAL, Confidence.CERTAIN, "aud", "Microsoft Graph of the cloud " + cloud.slug());
            }
        }
    }

    private void appOnly(Claims claims) {
        if (claims.isDelegated()) {
            add("token-delegated", Confidence.CERTAIN, "token type", "of a signed-in user: " + signs(claims));
        }
    }

    private static String signs(Claims claims) {
        String signs = Stream.of("scp", "upn", "unique_name", "preferred_username", "name")
                .filter(claims::has)
                .collect(Collectors.joining(", "));
        return "user".equals(claims.text("idtyp")) ? "idtyp user" : signs + " present";
    }

    private void tenant(Claims claims) {
        String tenant = claims.text("tid");
        String wanted = expected.tenant();
        String issued = claims.issuerTenant();
        if (tenant == null) {
            return;
        }
        if (wanted != null && ScimUrl.isGuid(wanted) && !wanted.equalsIgnoreCase(tenant)) {
            Evidence named = new Evidence("token tenant", Redactor.told(tenant));
            add("token-wrong-tenant", Confidence.CERTAIN, named, new Evidence("needs tenant", wanted));
        } else if (issued != null && !issued.equalsIgnoreCase(tenant)) {
            add("token-wrong-tenant", Confidence.LIKELY, "iss", "names another tenant than tid");
        }
    }

    private void application(Claims claims) {
        String wanted = expected.application();
        String application = claims.application();
        if (wanted != null && application != null && !wanted.equalsIgnoreCase(application)) {
            Evidence named = new Evidence("token application", Redactor.told(application));
            Evidence configured = new Evidence("configured client id", Redactor.told(wanted));
            add("token-application-mismatch", Confidence.CERTAIN, named, configured);
        }
    }

    private void version(Claims claims) {
        String version = claims.text("ver");
        if (version != null && !version.equals("1.0")) {
            add("token-wrong-version", Confidence.LIKELY, "ver", Redactor.told(version));
        }
    }

    private void add(String id, Confidence confidence, String name, String value) {
        add(id, confidence, name, Told.own(value));
    }

    private void add(String id, Confidence confidence, String name, Told value) {
        add(id, confidence, new Evidence(name, value));
    }

    private void add(String id, Confidence confidence, Evidence... evidence) {
        issues.add(new TokenIssue(id, confidence, List.of(evidence)));
    }
}
