package io.scimdoctor.check;

import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which checks a run consists of, in the order in which they are reported, and which calls they make.
 *
 * @param probes the calls to the API, in the order in which they are likely to be made
 * @param leftOut by the id of each check that the user does not want, how it ends
 */
record CheckPlan(List<Check> checks, List<Probe> probes, Map<String, CheckResult> leftOut) {
    /** Nothing may be sent when these have not run: the one guards where the token goes, the other gets it. */
    private static final Set<String> GUARDS = Set.of("configuration.base-url", "token.present");

    CheckPlan {
        checks = List.copyOf(checks);
        probes = List.copyOf(probes);
        leftOut = Map.copyOf(leftOut);
    }

    static CheckPlan of(CheckSettings settings) {
        CheckSettings.Scope scope = settings.scope();
        return scope.requests().isEmpty() ? diagnosis(settings).chosen(scope.choice()) : requests(scope.requests());
    }

    /**
     * The same without the checks that the user does not want, and without their calls.
     *
     * @throws Stopped when there is no check of that id
     */
    private CheckPlan chosen(CheckSettings.Choice choice) {
        Map<String, CheckInfo> infos = new LinkedHashMap<>();
        checks.forEach(check -> infos.put(check.info().id(), check.info()));
        Set<String> wanted = new HashSet<>(choice.only().isEmpty() ? infos.keySet() : Set.of());
        choice.only().forEach(id -> want("--only", id, infos, wanted));
        choice.skip().forEach(id -> want("--skip", id, infos, new HashSet<>()));
        boolean control = !choice.skip().contains("network.control");
        Map<String, CheckResult> without = new HashMap<>();
        for (CheckInfo info : infos.values()) {
            boolean skipped = choice.skip().contains(info.id()) || (!control && readsControl(info));
            if (skipped || !wanted.contains(info.id())) {
                without.put(info.id(), leftOut(info.id(), skipped ? "--skip" : "--only"));
            }
        }
        List<Probe> called = new ArrayList<>(probes);
        called.removeIf(probe -> checks.stream()
                .noneMatch(check -> !without.containsKey(check.info().id()) && calls(check, probe)));
        return new CheckPlan(checks, called, without);
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

    private static CheckResult leftOut(String id, String option) {
        return new CheckResult(
                Status.SKIP, Told.own("left out by " + option), GUARDS.contains(id), List.of(), List.of(), option);
    }

    private static boolean calls(Check check, Probe probe) {
        return check instanceof CallCheck call
                ? call.probe().equals(probe)
                : probe.equals(Probe.CONTROL) && readsControl(check.info());
    }

    /** Whether the check reads what it says off the call without a token. */
    private static boolean readsControl(CheckInfo info) {
        return info.category() == Category.NETWORK || info.id().equals("configuration.clock");
    }

    /** Base URL and, where one is sent, the token are checked first; then the requests are sent one after the other. */
    private static CheckPlan requests(List<Probe> requests) {
        boolean withToken = requests.stream().anyMatch(Probe::withToken);
        List<Check> checks = new ArrayList<>();
        if (withToken) {
            checks.add(new ConfigurationChecks.Complete());
        }
        checks.add(new ConfigurationChecks.BaseUrl());
        if (withToken) {
            checks.add(new TokenChecks.Present());
        }
        String previous = null;
        for (Probe request : requests) {
            String need = request.withToken() ? "token.present" : "configuration.base-url";
            CheckInfo info = CheckInfo.of("service." + request.id(), "The request succeeds", need);
            checks.add(new CallCheck(previous == null ? info : info.after(previous), request));
            previous = info.id();
        }
        return new CheckPlan(checks, requests, Map.of());
    }

    private static CheckPlan diagnosis(CheckSettings settings) {
        List<Check> checks = new ArrayList<>(List.of(
                new ConfigurationChecks.Complete(),
                new ConfigurationChecks.BaseUrl(),
                new ConfigurationChecks.Clock(),
                new TokenChecks.Present(),
                new TokenChecks.Decodable(),
                new TokenChecks.Claim(
                        "token.audience",
                        "The token is for Microsoft Graph",
                        "token-wrong-audience",
                        "token-wrong-version"),
                new TokenChecks.Claim("token.app-only", "The token belongs to an application", "token-delegated"),
                new TokenChecks.Claim("token.tenant", "The token is for the right tenant", "token-wrong-tenant"),
                // Last, because the first failure leads: a new token cures this one, but none of those above.
                new TokenChecks.Claim(
                        "token.lifetime",
                        "The token is valid now",
                        "token-expired",
                        "token-not-yet-valid",
                        "token-lifetime-unusual"),
                new TokenChecks.Claim(
                        "token.application", "The token is for the right application", "token-application-mismatch"),
                new TokenChecks.Roles(),
                NetworkChecks.dns(),
                NetworkChecks.tcp(),
                NetworkChecks.tls(),
                new NetworkChecks.Answering(),
                new NetworkChecks.Control()));
        String filter = settings.scope().filter();
        if (filter != null) {
            checks.add(0, new FilterCheck(filter));
        }
        List<Probe> probes = new ArrayList<>();
        probes.add(Probe.CONTROL);
        List<CallCheck> calls = calls(settings, probes);
        checks.addAll(calls);
        return new CheckPlan(checks, probes, Map.of());
    }

    private static List<CallCheck> calls(CheckSettings settings, List<Probe> probes) {
        List<CallCheck> calls = new ArrayList<>();
        CheckInfo first = CheckInfo.of(
                "service.provider-config",
                "The service describes itself",
                "token.lifetime",
                "token.audience",
                "token.app-only",
                "token.tenant",
                "network.control",
                "configuration.base-url");
        add(calls, probes, first, Probe.PROVIDER_CONFIG);
        CheckSettings.Scope scope = settings.scope();
        if (scope.full()) {
            add(calls, probes, after("service.resource-types", "The resource types can be read"), Probe.RESOURCE_TYPES);
            add(calls, probes, after("service.schemas", "The schemas are the known ones"), Probe.SCHEMAS);
        }
        add(calls, probes, after("data.users", "Users can be read"), Probe.USERS);
        add(calls, probes, after("data.groups", "Groups can be read"), Probe.GROUPS);
        chosen(scope, calls, probes);
        return calls;
    }

    private static void chosen(CheckSettings.Scope scope, List<CallCheck> calls, List<Probe> probes) {
        if (scope.userId() != null) {
            add(calls, probes, after("data.user", "The named user can be read"), Probe.user(scope.userId()));
        }
        if (scope.groupId() != null) {
            add(calls, probes, after("data.group", "The named group can be read"), Probe.group(scope.groupId()));
        }
        if (scope.filter() != null) {
            CheckInfo info =
                    CheckInfo.of("data.filter", "The filter is accepted", "service.provider-config", FilterCheck.ID);
            add(calls, probes, info, Probe.filter(scope.filter()));
        }
        if (scope.scenarioProbe() != null) {
            add(calls, probes, after("data.scenario", "The scenario's own request succeeds"), scope.scenarioProbe());
        }
    }

    private static CheckInfo after(String id, String title) {
        return CheckInfo.of(id, title, "service.provider-config");
    }

    private static void add(List<CallCheck> calls, List<Probe> probes, CheckInfo info, Probe probe) {
        calls.add(new CallCheck(info, probe));
        probes.add(probe);
    }
}
