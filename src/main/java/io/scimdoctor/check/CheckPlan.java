package io.scimdoctor.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.json.Fields;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which checks a run consists of, in the order in which they are reported, and which calls they make.
 *
 * @param leftOut by the id of each check that the user does not want, how it ends
 */
record CheckPlan(List<Check> checks, Map<String, CheckResult> leftOut) {
    /** Nothing may be sent when these have not run: the one guards where the token goes, the other gets it. */
    private static final Set<String> GUARDS = Set.of("configuration.base-url", "token.present");

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
     * @throws Stopped when there is no check of that id, or it is wanted and not wanted
     */
    private static CheckPlan chosen(List<Check> checks, CheckSettings.Choice choice) {
        Map<String, CheckInfo> infos = new LinkedHashMap<>();
        checks.forEach(check -> infos.put(check.id(), check.info()));
        Set<String> wanted = new HashSet<>(choice.only().isEmpty() ? infos.keySet() : Set.of());
        choice.only().forEach(id -> want("--only", id, infos, wanted));
        choice.skip().forEach(id -> want("--skip", id, infos, new HashSet<>()));
        for (String id : choice.only()) {
            if (choice.skip().contains(id)) {
                throw Stopped.usage("--only and --skip both name '" + id + "'", "leave one of them out");
            }
        }
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
        List<String> first = requests.stream().anyMatch(Probe::withToken)
                ? List.of("configuration.complete", "configuration.base-url", "token.present")
                : List.of("configuration.base-url");
        List<Check> checks = diagnosis(CheckSettings.Scope.of(List.of()));
        checks.removeIf(check -> !first.contains(check.id()));
        List<String> previous = List.of();
        for (Probe request : requests) {
            String need = request.withToken() ? "token.present" : "configuration.base-url";
            String id = "service." + request.id();
            checks.add(new Check(new CheckInfo(id, "The request succeeds", List.of(need), previous), request));
            previous = List.of(id);
        }
        return checks;
    }

    /**
     * The rows of the table that the scope asks for. The times of a token stand behind its other claims, because the first
     * failure leads: a new token cures them, but none of those before.
     */
    private static List<Check> diagnosis(CheckSettings.Scope scope) {
        List<Check> checks = new ArrayList<>();
        for (JsonNode row : Resource.json(CheckPlan.class, "checks.json")) {
            CheckInfo info = Fields.read(row, CheckInfo.class);
            Probe probe = probe(row, scope);
            boolean read = info.category() == Category.SERVICE || info.category() == Category.DATA;
            if (!read) {
                checks.add(
                        new Check(info, probe, body(info.id(), Set.copyOf(Json.strings(row.path("issues"))), scope)));
            } else if (probe != null) {
                checks.add(new Check(info, probe));
            }
        }
        checks.removeIf(check -> scope.filter() == null && check.id().equals("configuration.filter"));
        return checks;
    }

    /** The call that a check reads what it says off; null when it makes none, or is not asked for. */
    private static @Nullable Probe probe(JsonNode row, CheckSettings.Scope scope) {
        String id = row.path("id").asText();
        String value = switch (id) {
            case "service.resource-types", "service.schemas" -> scope.full() ? "" : null;
            case "data.user" -> scope.userId();
            case "data.group" -> scope.groupId();
            case "data.filter" -> scope.filter();
            default -> "";
        };
        if (row.has("call")) {
            String name = id.substring(id.indexOf('.') + 1);
            String path = row.path("call").asText();
            return value == null ? null : Probe.get(name, path.replace("{}", ScimUrl.encode(value)), true);
        }
        return row.has("control") ? Probe.CONTROL : id.equals("data.scenario") ? scope.scenarioProbe() : null;
    }

    private static Function<CheckContext, CheckResult> body(String id, Set<String> issues, CheckSettings.Scope scope) {
        return switch (id) {
            case "configuration.filter" -> context -> CallChecks.filter(String.valueOf(scope.filter()), context);
            case "configuration.complete" -> ConfigurationChecks::complete;
            case "configuration.base-url" -> ConfigurationChecks::baseUrl;
            case "configuration.clock" -> ConfigurationChecks::clock;
            case "token.present" -> TokenChecks::present;
            case "token.decodable" -> TokenChecks::decodable;
            case "token.roles" -> TokenChecks::roles;
            case "network.dns" -> NetworkChecks::dns;
            case "network.tcp" -> NetworkChecks::tcp;
            case "network.tls" -> NetworkChecks::tls;
            case "network.responder" -> NetworkChecks::responder;
            case "network.control" -> NetworkChecks::control;
            default -> context -> TokenChecks.claim(id, issues, context);
        };
    }
}
