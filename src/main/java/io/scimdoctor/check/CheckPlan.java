package io.scimdoctor.check;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which checks a run consists of, in the order in which they are reported, and which calls they make.
 *
 * @param leftOut by the id of each check that the user does not want, how it ends
 */
record CheckPlan(List<Check> checks, Map<String, CheckResult> leftOut) {
    /** Nothing may be sent when these have not run: the one guards where the token goes, the other gets it. */
    private static final Set<String> GUARDS = Set.of("configuration.base-url", "token.present");

    CheckPlan {
        checks = List.copyOf(checks);
        leftOut = Map.copyOf(leftOut);
    }

    static CheckPlan of(CheckSettings settings) {
        CheckSettings.Scope scope = settings.scope();
        return scope.requests().isEmpty()
                ? chosen(diagnosis(scope), scope.choice())
                : new CheckPlan(requests(scope.requests()), Map.of());
    }

    /** The calls to the API, in the order in which they are likely to be made. */
    List<Probe> probes() {
        Map<String, Probe> probes = new LinkedHashMap<>();
        for (Check check : checks) {
            Probe probe = check.probe();
            if (probe != null && !leftOut.containsKey(check.id())) {
                probes.putIfAbsent(probe.id(), probe);
            }
        }
        return List.copyOf(probes.values());
    }

    /**
     * These checks without those that the user does not want.
     *
     * @throws Stopped when there is no check of that id
     */
    private static CheckPlan chosen(List<Check> checks, CheckSettings.Choice choice) {
        Map<String, CheckInfo> infos = new LinkedHashMap<>();
        checks.forEach(check -> infos.put(check.id(), check.info()));
        Set<String> wanted = new HashSet<>(choice.only().isEmpty() ? infos.keySet() : Set.of());
        choice.only().forEach(id -> want("--only", id, infos, wanted));
        choice.skip().forEach(id -> want("--skip", id, infos, new HashSet<>()));
        boolean control = !choice.skip().contains("network.control");
        Map<String, CheckResult> without = new HashMap<>();
        for (Check check : checks) {
            Probe probe = check.probe();
            boolean uncalled = !control && probe != null && probe.id().equals(Probe.CONTROL.id());
            boolean skipped = uncalled || choice.skip().contains(check.id());
            if (skipped || !wanted.contains(check.id())) {
                String option = skipped ? "--skip" : "--only";
                boolean blocks = GUARDS.contains(check.id());
                without.put(check.id(), CheckResult.skip("left out by " + option, option, blocks));
            }
        }
        return new CheckPlan(checks, without);
    }

    /** Adds a check, and what it needs. */
    private static void want(String option, String id, Map<String, CheckInfo> infos, Set<String> wanted) {
        CheckInfo info = infos.get(id);
        if (info == null) {
            throw Stopped.usage(
                    option + " names no check of this run: '" + Redactor.seen(id) + "'",
                    Nearest.hint(id, infos.keySet(), "scimdoctor check --list names them"));
        }
        if (wanted.add(id)) {
            info.needs().forEach(need -> want(option, need, infos, wanted));
        }
    }

    /** Base URL and, where one is sent, the token are checked first; then the requests are sent one after the other. */
    private static List<Check> requests(List<Probe> requests) {
        boolean withToken = requests.stream().anyMatch(Probe::withToken);
        List<Check> checks =
                new ArrayList<>(withToken ? List.of(configured(), baseUrl(), token()) : List.of(baseUrl()));
        String previous = null;
        for (Probe request : requests) {
            Check check = new Check("service." + request.id(), "The request succeeds", request)
                    .needs(request.withToken() ? "token.present" : "configuration.base-url");
            checks.add(previous == null ? check : check.after(previous));
            previous = check.id();
        }
        return checks;
    }

    private static Check configured() {
        return new Check(
                "configuration.complete", "Everything that is needed is configured", ConfigurationChecks::complete);
    }

    private static Check baseUrl() {
        return new Check("configuration.base-url", "The base URL can be right", ConfigurationChecks::baseUrl);
    }

    private static Check token() {
        return new Check("token.present", "There is an access token", TokenChecks::present)
                .needs("configuration.complete", "configuration.base-url");
    }

    private static Check claim(String id, String title, String... issues) {
        return new Check(id, title, context -> TokenChecks.claim(id, Set.of(issues), context))
                .needs("token.decodable")
                .after("network.responder");
    }

    private static List<Check> diagnosis(CheckSettings.Scope scope) {
        List<Check> checks = new ArrayList<>();
        String filter = scope.filter();
        if (filter != null) {
            checks.add(new Check(
                    "configuration.filter",
                    "The filter keeps the rules of the API",
                    context -> CallChecks.filter(filter, context)));
        }
        checks.addAll(List.of(
                configured(),
                baseUrl(),
                new Check("configuration.clock", "The local clock agrees with the server's", ConfigurationChecks::clock)
                        .needs("network.responder")
                        .ofControl(),
                token(),
                new Check("token.decodable", "The token can be read", TokenChecks::decodable).needs("token.present"),
                claim(
                        "token.audience",
                        "The token is for Microsoft Graph",
                        "token-wrong-audience",
                        "token-wrong-version"),
                claim("token.app-only", "The token belongs to an application", "token-delegated"),
                claim("token.tenant", "The token is for the right tenant", "token-wrong-tenant"),
                // Last, because the first failure leads: a new token cures this one, but none of those above.
                claim("token.lifetime", "The token is valid now", TokenChecks.TIMES),
                claim("token.application", "The token is for the right application", "token-application-mismatch"),
                new Check("token.roles", "The roles are enough for the chosen operation", TokenChecks::roles)
                        .needs("token.decodable", "token.app-only"),
                control("network.dns", "The host's name is known", NetworkChecks::dns, "configuration.base-url"),
                control("network.tcp", "The host takes connections", NetworkChecks::tcp, "network.dns"),
                control("network.tls", "The connection is encrypted and trusted", NetworkChecks::tls, "network.tcp"),
                control("network.responder", "Microsoft Graph itself answers", NetworkChecks::responder, "network.tls"),
                control(
                        "network.control",
                        "A call without a token is refused",
                        NetworkChecks::control,
                        "network.responder")));
        reads(scope, checks);
        return checks;
    }

    private static Check control(String id, String title, Function<CheckContext, CheckResult> body, String need) {
        return new Check(id, title, body).needs(need).ofControl();
    }

    private static void reads(CheckSettings.Scope scope, List<Check> checks) {
        checks.add(new Check("service.provider-config", "The service describes itself", Probe.PROVIDER_CONFIG)
                .needs(
                        "token.lifetime",
                        "token.audience",
                        "token.app-only",
                        "token.tenant",
                        "network.control",
                        "configuration.base-url"));
        if (scope.full()) {
            checks.add(read("service.resource-types", "The resource types can be read", Probe.RESOURCE_TYPES));
            checks.add(read("service.schemas", "The schemas are the known ones", Probe.SCHEMAS));
        }
        checks.add(read("data.users", "Users can be read", Probe.USERS));
        checks.add(read("data.groups", "Groups can be read", Probe.GROUPS));
        if (scope.userId() != null) {
            checks.add(read("data.user", "The named user can be read", Probe.user(scope.userId())));
        }
        if (scope.groupId() != null) {
            checks.add(read("data.group", "The named group can be read", Probe.group(scope.groupId())));
        }
        if (scope.filter() != null) {
            checks.add(read("data.filter", "The filter is accepted", Probe.filter(scope.filter()))
                    .needs("service.provider-config", "configuration.filter"));
        }
        if (scope.scenarioProbe() != null) {
            checks.add(read("data.scenario", "The scenario's own request succeeds", scope.scenarioProbe()));
        }
    }

    private static Check read(String id, String title, Probe probe) {
        return new Check(id, title, probe).needs("service.provider-config");
    }
}
