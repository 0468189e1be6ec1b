package io.scimdoctor.run;

import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.scim.ScimUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays two runs side by side. What differs from call to call, such as ids and times, is no difference. */
public final class RunComparison {
    /** A call is slower or faster when it takes this many times as long, */
    private static final int FACTOR = 3;
    /** and so much more: below it the network's own noise is larger. */
    private static final Duration LEAST = Duration.ofMillis(500);

    /** Claims whose change can explain another answer. Those of the single token, such as uti, always differ. */
    private static final List<String> CLAIMS = List.of(
            "aud", "appid", "azp", "appidacr", "azpacr", "tid", "iss", "idtyp", "oid", "sub", "scp", "wids", "ver");

    private final Run before;
    private final Run after;
    private final List<RunDiff.Change> changes = new ArrayList<>();

    RunComparison(Run before, Run after) {
        this.before = before;
        this.after = after;
    }

    RunDiff diff() {
        add(RunDiff.Area.RESULT, "result", result(before.verdict()), result(after.verdict()));
        checks();
        maps(RunDiff.Area.CALLS, statuses(before), statuses(after));
        token();
        add(RunDiff.Area.TARGET, "base URL", shownBase(before), shownBase(after));
        add(
                RunDiff.Area.TARGET,
                "cloud",
                before.target().cloud(),
                after.target().cloud());
        add(
                RunDiff.Area.TARGET,
                "tenant",
                before.target().tenantId(),
                after.target().tenantId());
        add(
                RunDiff.Area.TARGET,
                "application",
                before.target().clientId(),
                after.target().clientId());
        maps(RunDiff.Area.SETTINGS, settings(before), settings(after));
        network("proxy", Trace::proxy);
        network("TLS issuer", Trace::tlsIssuer);
        network("TLS protocol", Trace::tlsProtocol);
        network("address", Trace::address);
        add(
                RunDiff.Area.PROGRAM,
                "scimdoctor",
                before.head().tool(),
                after.head().tool());
        add(
                RunDiff.Area.PROGRAM,
                "catalogue",
                before.head().catalogue(),
                after.head().catalogue());
        maps(RunDiff.Area.PROGRAM, facts(before), facts(after));
        speed();
        return new RunDiff(before, after, changes);
    }

    public static String result(Verdict verdict) {
        String id = verdict.id();
        return switch (verdict.status()) {
            case PASS -> "healthy";
            case WARN, FAIL, SKIP, UNKNOWN -> id == null ? verdict.status().slug() : id;
        };
    }

    private void checks() {
        Map<String, String> then = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        before.checks().forEach(check -> then.put("check " + check.id(), check.status()));
        after.checks().forEach(check -> now.put("check " + check.id(), check.status()));
        then.keySet().retainAll(now.keySet());
        now.keySet().retainAll(then.keySet());
        maps(RunDiff.Area.RESULT, then, now);
    }

    /** By endpoint: all statuses that came, in order and each once. */
    private static Map<String, String> statuses(Run run) {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (RunCall call : run.calls()) {
            Exchange exchange = call.exchange();
            String finding = call.finding() == null ? "" : " " + call.finding();
            String status = exchange.outcome() instanceof Answered answer
                    ? String.valueOf(answer.status())
                    : ((Unanswered) exchange.outcome()).fault().slug();
            String ended = finding.equals(" " + status) ? status : status + finding;
            statuses.merge(
                    name(call),
                    ended,
                    (all, next) -> List.of(all.split(", ")).contains(next) ? all : all + ", " + next);
        }
        return statuses;
    }

    /** A live call has a name of its own; captured ones are told apart by what they call. */
    private static String name(RunCall call) {
        String url = call.exchange().request().url();
        String endpoint =
                ExchangeFacts.endpoint(call.exchange().request().method(), url == null ? null : ScimUrl.parse(url));
        boolean numbered = call.id().chars().allMatch(Character::isDigit);
        return numbered ? endpoint : endpoint + " (" + call.id() + ")";
    }

    private void token() {
        Run.RunToken then = before.token();
        Run.RunToken now = after.token();
        if (then == null || now == null) {
            add(RunDiff.Area.TOKEN, "token", then == null ? "none" : "present", now == null ? "none" : "present");
            return;
        }
        Set<String> lost = roles(then);
        Set<String> gained = roles(now);
        lost.removeAll(roles(now));
        gained.removeAll(roles(then));
        if (!lost.isEmpty()) {
            changes.add(new RunDiff.Change(RunDiff.Area.TOKEN, "roles lost", String.join(", ", lost), null));
        }
        if (!gained.isEmpty()) {
            changes.add(new RunDiff.Change(RunDiff.Area.TOKEN, "roles gained", null, String.join(", ", gained)));
        }
        for (String claim : CLAIMS) {
            add(RunDiff.Area.TOKEN, claim, then.claim(claim), now.claim(claim));
        }
        add(RunDiff.Area.TOKEN, "lifetime", lifetime(then), lifetime(now));
        add(RunDiff.Area.TOKEN, "at the time of the run", validity(before, then), validity(after, now));
    }

    private static Set<String> roles(Run.RunToken token) {
        String roles = token.claim("roles");
        return new TreeSet<>(roles == null || roles.isEmpty() ? List.of() : List.of(roles.split(", ")));
    }

    /** Rounded to five minutes: Microsoft varies it a little on purpose. */
    private static @Nullable String lifetime(Run.RunToken token) {
        Instant from = time(token.claim("iat"));
        Instant until = time(token.claim("exp"));
        return from == null || until == null
                ? null
                : "about " + Math.round(Duration.between(from, until).toMinutes() / 5.0) * 5 + " min";
    }

    private static @Nullable String validity(Run run, Run.RunToken token) {
        Instant until = time(token.claim("exp"));
        return until == null ? null : run.head().startedAt().isAfter(until) ? "expired" : "valid";
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The simulator has another port each time. */
    private static @Nullable String shownBase(Run run) {
        return run.head().simulated() ? "the simulator" : run.target().baseUrl();
    }

    private static Map<String, String> settings(Run run) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Run.RunSetting setting : run.settings()) {
            String value = setting.value() == null ? "(secret)" : setting.value();
            settings.put(setting.name(), value + " from " + setting.source());
        }
        return settings;
    }

    private static Map<String, String> facts(Run run) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Evidence fact : run.environment()) {
            facts.put(fact.name(), fact.value().handedOn());
        }
        return facts;
    }

    /** Compared only where both runs know it: a capture tells nothing of the network. */
    private void network(String name, Function<Trace, @Nullable String> part) {
        if (before.head().simulated() && after.head().simulated()) {
            return;
        }
        boolean known = isLive(before) && isLive(after);
        if (known) {
            add(RunDiff.Area.NETWORK, name, all(before, part), all(after, part));
        }
    }

    private static boolean isLive(Run run) {
        return all(run, Trace::address) != null;
    }

    private static @Nullable String all(Run run, Function<Trace, @Nullable String> part) {
        Set<String> values = new TreeSet<>();
        for (RunCall call : run.calls()) {
            String value = part.apply(call.exchange().trace());
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private void speed() {
        Map<String, Duration> then = durations(before);
        Map<String, Duration> now = durations(after);
        for (Map.Entry<String, Duration> entry : then.entrySet()) {
            Duration other = now.get(entry.getKey());
            if (other != null && differs(entry.getValue(), other)) {
                String first = entry.getValue().toMillis() + " ms";
                changes.add(new RunDiff.Change(RunDiff.Area.SPEED, entry.getKey(), first, other.toMillis() + " ms"));
            }
        }
    }

    /** By endpoint, the longest. */
    private static Map<String, Duration> durations(Run run) {
        Map<String, Duration> durations = new LinkedHashMap<>();
        for (RunCall call : run.calls()) {
            Duration total = call.exchange().trace().phases().total();
            if (total != null) {
                durations.merge(name(call), total, (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
        return durations;
    }

    private static boolean differs(Duration one, Duration other) {
        Duration longer = one.compareTo(other) >= 0 ? one : other;
        Duration shorter = one.compareTo(other) >= 0 ? other : one;
        return longer.minus(shorter).compareTo(LEAST) >= 0 && longer.compareTo(shorter.multipliedBy(FACTOR)) >= 0;
    }

    private void maps(RunDiff.Area area, Map<String, String> then, Map<String, String> now) {
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            add(area, name, then.get(name), now.get(name));
        }
    }

    private void add(RunDiff.Area area, String name, @Nullable String then, @Nullable String now) {
        if (then == null ? now != null : !then.equals(now)) {
            changes.add(new RunDiff.Change(area, name, then, now));
        }
    }
}
