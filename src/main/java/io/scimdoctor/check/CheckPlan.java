package io.scimdoctor.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Which checks a run consists of, in the order in which they are reported, and which calls they make.
 *
 * @param probes the calls to the API, in the order in which they are likely to be made
 */
record CheckPlan(List<Check> checks, List<Probe> probes) {
    CheckPlan {
        checks = List.copyOf(checks);
        probes = List.copyOf(probes);
    }

    static CheckPlan of(CheckSettings settings) {
        return settings.scope().requests().isEmpty()
                ? diagnosis(settings)
                : requests(settings.scope().requests());
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
        return new CheckPlan(checks, requests);
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
        return new CheckPlan(checks, probes);
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
