package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Goal;
import io.scimdoctor.check.Probe;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.settings.CloudChoice;
import io.scimdoctor.cli.settings.CredentialChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the settings of a check out of options and environment, or out of the simulator. */
public final class CheckSetup {
    private final Invocation invocation;
    private final Settings settings;
    private final @Nullable Simulator simulator;

    public CheckSetup(Invocation invocation, @Nullable Simulator simulator) {
        this.invocation = invocation;
        this.simulator = simulator;
        settings = invocation.settings();
    }

    /** What a diagnosis reads. */
    public CheckSettings.Scope scope() {
        return new CheckSettings.Scope(
                invocation.flag("--full"),
                invocation.text("--user-id"),
                invocation.text("--group-id"),
                invocation.text("--filter"),
                simulator == null ? null : provocation(simulator.scenario()),
                List.of());
    }

    public CheckSettings settings(CheckSettings.Scope scope) throws IOException {
        Set<String> missing = new TreeSet<>();
        Credential credential =
                simulator == null ? new CredentialChoice(invocation).any(missing) : simulated(simulator);
        return settings(scope, credential, missing);
    }

    /** For getting a token, whatever token is at hand already. */
    public CheckSettings tokenSettings() throws IOException {
        Set<String> missing = new TreeSet<>();
        Credential credential = simulator == null
                ? new CredentialChoice(invocation).clientCredentials(missing)
                : simulatedClient(simulator);
        return settings(CheckSettings.Scope.of(List.of()), credential, missing);
    }

    private CheckSettings settings(CheckSettings.Scope scope, @Nullable Credential credential, Set<String> missing) {
        CheckSettings.Budget budget = new CheckSettings.Budget(
                invocation.number("--max-calls", Integer.MAX_VALUE, 0),
                invocation.number("--retries", 0, 0),
                invocation.duration("--wait", Duration.ofSeconds(30)));
        return new CheckSettings(
                target(),
                credential,
                missing,
                Goal.valueOf(invocation
                        .text("--for", "read")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                scope,
                budget,
                invocation.failureRules(),
                simulator != null);
    }

    public CheckSettings.Target target() {
        Set<String> allowed = new TreeSet<>();
        for (String host : invocation.texts("--allow-host")) {
            allowed.add(host.toLowerCase(Locale.ROOT));
        }
        if (simulator != null) {
            return new CheckSettings.Target(
                    simulator.baseUrl(), Cloud.GLOBAL, simulator.tenantId(), simulator.clientId(), allowed, false);
        }
        Cloud named = CloudChoice.cloud(settings);
        String baseUrl = settings.find(Key.BASE_URL).map(CloudChoice::baseUrl).orElse(named.baseUrl());
        Cloud cloud = Cloud.ofGraphHost(host(baseUrl));
        boolean own = settings.find(Key.BASE_URL).isPresent();
        return new CheckSettings.Target(
                baseUrl,
                own && settings.find(Key.CLOUD).isEmpty() ? cloud : named,
                text(Key.TENANT).orElse(null),
                text(Key.CLIENT_ID).orElse(null),
                allowed,
                invocation.flag("--insecure"));
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    private Optional<String> text(Key key) {
        return settings.find(key).map(Setting::value);
    }

    private Credential simulated(Simulator running) {
        return running.scenario().kind() == Scenario.Kind.TOKEN_ENDPOINT
                ? simulatedClient(running)
                : CredentialChoice.given(invocation, running.token(), "the simulator");
    }

    private Credential simulatedClient(Simulator running) {
        invocation.secrets().add(running.clientSecret());
        return new Credential.ClientCredentials(
                running.authority(),
                running.tenantId(),
                running.clientId(),
                Cloud.GLOBAL.scope(),
                new ClientProof.SharedSecret(new Secret(running.clientSecret())),
                "client credentials of the simulator");
    }

    private static @Nullable Probe provocation(Scenario scenario) {
        Scenario.Provocation provokes = scenario.provokes();
        return provokes == null
                ? null
                : new Probe("scenario", provokes.method(), provokes.path(), provokes.headers(), provokes.body(), true);
    }
}
