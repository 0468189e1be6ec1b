package io.scimdoctor.run;

import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.run.RunDiff.Area;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays two runs side by side. What differs from call to call, such as ids and times, is no difference. */
public record RunComparison(Run before, Run after, List<RunDiff.Change> changes) {
    /** A call is slower or faster when it takes this many times as long, */
    private static final int FACTOR = 3;
    /** and so many milliseconds more: below it the network's own noise is larger. */
    private static final int LEAST = 500;

    /** Claims whose change can explain another answer. Those of the single token, such as uti, always differ. */
    private static final List<String> CLAIMS = List.of(
            "aud", "appid", "azp", "appidacr", "azpacr", "tid", "iss", "idtyp", "oid", "sub", "scp", "wids", "ver");

    public RunDiff diff() {
        row(Area.RESULT, "result", run -> result(run.verdict()));
        checks();
        rows(Area.CALLS, RunComparison::statuses);
        token();
        // The simulator has another port each time.
        row(
                Area.TARGET,
                "base URL",
                run -> run.head().simulated() ? "the simulator" : run.target().baseUrl());
        row(Area.TARGET, "cloud", run -> run.target().cloud());
        row(Area.TARGET, "tenant", run -> run.target().tenantId());
        row(Area.TARGET, "application", run -> run.target().clientId());
        rows(
                Area.SETTINGS,
                run -> map(
                        run.settings(),
                        Run.RunSetting::name,
                        setting ->
                                Objects.requireNonNullElse(setting.value(), "(secret)") + " from " + setting.source()));
        // Compared only where both runs know it: a capture tells nothing of the network.
        boolean simulated = before.head().simulated() && after.head().simulated();
        if (!simulated && all(before, Trace::address) != null && all(after, Trace::address) != null) {
            row(Area.NETWORK, "proxy", run -> all(run, Trace::proxy));
            row(Area.NETWORK, "TLS issuer", run -> all(run, Trace::tlsIssuer));
            row(Area.NETWORK, "TLS protocol", run -> all(run, Trace::tlsProtocol));
            row(Area.NETWORK, "address", run -> all(run, Trace::address));
        }
        row(Area.PROGRAM, "scimdoctor", run -> run.head().machine().tool());
        row(Area.PROGRAM, "catalogue", run -> run.head().machine().catalogue());
        rows(
                Area.PROGRAM,
                run -> map(
                        run.head().machine().environment(),
                        Evidence::name,
                        fact -> fact.value().handedOn()));
        speed();
        return new RunDiff(before, after, changes);
    }

    public static String result(Verdict verdict) {
        return verdict.status() == Status.PASS
                ? "healthy"
                : Objects.requireNonNullElse(verdict.id(), verdict.status().slug());
    }

    private void checks() {
        Map<String, String> then = checks(before);
        Map<String, String> now = checks(after);
        then.keySet().retainAll(now.keySet());
        then.forEach((name, status) -> add(Area.RESULT, name, status, now.get(name)));
    }

    private static Map<String, String> checks(Run run) {
        return map(run.checks(), check -> "check " + check.id(), Run.RunCheck::status);
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
        String endpoint = ExchangeFacts.endpoint(call.exchange().request());
        boolean numbered = call.id().chars().allMatch(Character::isDigit);
        return numbered ? endpoint : endpoint + " (" + call.id() + ")";
    }

    private void token() {
        Run.RunToken then = before.token();
        Run.RunToken now = after.token();
        if (then == null || now == null) {
            add(Area.TOKEN, "token", then == null ? "none" : "present", now == null ? "none" : "present");
            return;
        }
        Set<String> lost = roles(then);
        Set<String> gained = roles(now);
        lost.removeAll(roles(now));
        gained.removeAll(roles(then));
        add(Area.TOKEN, "roles lost", lost.isEmpty() ? null : String.join(", ", lost), null);
        add(Area.TOKEN, "roles gained", null, gained.isEmpty() ? null : String.join(", ", gained));
        CLAIMS.forEach(claim -> add(Area.TOKEN, claim, then.claim(claim), now.claim(claim)));
        add(Area.TOKEN, "lifetime", lifetime(then), lifetime(now));
        add(Area.TOKEN, "at the time of the run", validity(before, then), validity(after, now));
    }

    private static Set<String> roles(Run.RunToken token) {
        String roles = token.claim("roles");
        return new TreeSet<>(roles == null || roles.isEmpty() ? List.of() : List.of(roles.split(", ")));
    }

    /** Rounded to five minutes: Microsoft varies it a little on purpose. */
    private static @Nullable String lifetime(Run.RunToken token) {
        Instant from = token.time("iat");
        Instant until = token.time("exp");
        return from == null || until == null
                ? null
                : "about " + Math.round(Duration.between(from, until).toMinutes() / 5.0) * 5 + " min";
    }

    private static @Nullable String validity(Run run, Run.RunToken token) {
        Instant until = token.time("exp");
        return until == null ? null : run.head().startedAt().isAfter(until) ? "expired" : "valid";
    }

    private static <T> Map<String, String> map(List<T> list, Function<T, String> name, Function<T, String> value) {
        Map<String, String> map = new TreeMap<>();
        list.forEach(element -> map.put(name.apply(element), value.apply(element)));
        return map;
    }

    private static @Nullable String all(Run run, Function<Trace, @Nullable String> part) {
        String values = run.calls().stream()
                .map(call -> part.apply(call.exchange().trace()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? null : values;
    }

    private void speed() {
        Map<String, Long> now = durations(after);
        durations(before).forEach((endpoint, first) -> {
            long second = now.getOrDefault(endpoint, first);
            long longer = Math.max(first, second);
            if (Math.abs(first - second) >= LEAST && longer >= Math.min(first, second) * FACTOR) {
                add(Area.SPEED, endpoint, first + " ms", second + " ms");
            }
        });
    }

    /** By endpoint, the longest, in milliseconds. */
    private static Map<String, Long> durations(Run run) {
        Map<String, Long> durations = new LinkedHashMap<>();
        for (RunCall call : run.calls()) {
            Duration total = call.exchange().trace().phases().total();
            if (total != null) {
                durations.merge(name(call), total.toMillis(), Math::max);
            }
        }
        return durations;
    }

    private void rows(Area area, Function<Run, Map<String, String>> part) {
        Map<String, String> then = part.apply(before);
        Map<String, String> now = part.apply(after);
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> add(area, name, then.get(name), now.get(name)));
    }

    private void row(Area area, String name, Function<Run, @Nullable String> part) {
        add(area, name, part.apply(before), part.apply(after));
    }

    private void add(Area area, String name, @Nullable String then, @Nullable String now) {
        if (!Objects.equals(then, now)) {
            changes.add(new RunDiff.Change(area, name, then, now));
        }
    }
}
