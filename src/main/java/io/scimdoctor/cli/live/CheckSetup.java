package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Probe;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.simulator.scenario.Scenarios;
import io.scimdoctor.simulator.wire.SampleTenant;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.CredentialChoice;
import io.scimdoctor.token.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the settings of a check out of what the options say, or out of the simulator that runs beside it. */
public record CheckSetup(CallOptions options, @Nullable Simulator simulator) implements AutoCloseable {
    private static final long SEED = 7643;

    /** @throws Stopped for a scenario that does not exist */
    public static CheckSetup start(CallOptions options) {
        String scenario = options.scenario();
        return new CheckSetup(
                options, scenario == null ? null : Simulator.start(simulation(scenario, options.environment())));
    }

    /** @throws Stopped for a scenario that does not exist */
    static SimulatorSettings simulation(String name, Environment environment) {
        List<String> names = Scenarios.all().stream().map(Scenario::name).toList();
        Scenario scenario = Scenarios.find(name)
                .orElseThrow(() -> Stopped.usage(
                        "there is no scenario '" + Redactor.seen(name) + "'",
                        Nearest.hint(name, names, "scimdoctor simulate --list names them")));
        return SimulatorSettings.of(scenario, environment.clock(), SEED);
    }

    /**
     * The settings of a diagnosis, which ends with what shows the scenario.
     *
     * @throws Stopped for the id of an object that can be none
     */
    public CheckSettings diagnosis(Invocation invocation) throws IOException {
        String userId = invocation.text("--user-id");
        String groupId = invocation.text("--group-id");
        if (target().cloud() != null) {
            requireGuid("--user-id", userId);
            requireGuid("--group-id", groupId);
        }
        Scenario.Provocation provokes =
                simulator == null ? null : simulator.scenario().provokes();
        Probe provocation = provokes == null
                ? null
                : new Probe("scenario", provokes.method(), provokes.path(), provokes.headers(), provokes.body(), true);
        return settings(new CheckSettings.Scope(
                invocation.flag("--full"),
                userId,
                groupId,
                invocation.text("--filter"),
                provocation,
                List.of(),
                new CheckSettings.Choice(invocation.texts("--only"), invocation.texts("--skip"))));
    }

    /** Microsoft refuses every other id; the call that would show it is not made. */
    private static void requireGuid(String option, @Nullable String id) {
        if (id != null && !ScimUrl.isGuid(id)) {
            throw Stopped.usage(
                    option + " takes the id of the object, a GUID, not '" + Redactor.seen(id) + "'",
                    "search for the object with --filter");
        }
    }

    CheckSettings settings(CheckSettings.Scope scope) throws IOException {
        Set<String> missing = new TreeSet<>();
        Credential credential =
                simulator == null ? options.network().credentials().any(missing) : simulated(simulator);
        return settings(scope, credential, missing);
    }

    /** For getting a token, whatever token is at hand already. */
    public CheckSettings tokenSettings() throws IOException {
        Set<String> missing = new TreeSet<>();
        Credential credential = simulator == null
                ? options.network().credentials().clientCredentials(missing)
                : simulatedClient(simulator);
        return settings(CheckSettings.Scope.of(List.of()), credential, missing);
    }

    private CheckSettings settings(CheckSettings.Scope scope, @Nullable Credential credential, Set<String> missing) {
        return new CheckSettings(
                target(),
                credential,
                missing,
                options.goal(),
                scope,
                options.budget(),
                options.rules(),
                simulator != null);
    }

    CheckSettings.Target target() {
        return simulator == null
                ? options.network().target()
                : new CheckSettings.Target(
                        simulator.baseUrl(),
                        Cloud.GLOBAL,
                        SampleTenant.TENANT_ID,
                        SampleTenant.CLIENT_ID,
                        options.network().allowedHosts(),
                        false);
    }

    private Credential simulated(Simulator running) {
        return running.scenario().kind() == Scenario.Kind.TOKEN_ENDPOINT
                ? simulatedClient(running)
                : CredentialChoice.given(running.token(), "the simulator", secrets());
    }

    private Credential simulatedClient(Simulator running) {
        secrets().add(SampleTenant.CLIENT_SECRET);
        return new Credential.ClientCredentials(
                running.authority(),
                SampleTenant.TENANT_ID,
                SampleTenant.CLIENT_ID,
                Cloud.GLOBAL.scope(),
                new ClientProof.SharedSecret(new Secret(SampleTenant.CLIENT_SECRET)),
                "client credentials of the simulator");
    }

    private KnownSecrets secrets() {
        return options.environment().secrets();
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
