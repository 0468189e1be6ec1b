package io.scimdoctor.cli;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Goal;
import io.scimdoctor.check.Probe;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.simulator.Scenario;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the settings of a check out of options and environment, or out of the simulator. */
final class CheckSetup {
    private final Invocation invocation;
    private final Settings settings;
    private final @Nullable Simulator simulator;

    CheckSetup(Invocation invocation, @Nullable Simulator simulator) {
        this.invocation = invocation;
        this.simulator = simulator;
        settings = new Settings(invocation.flags(), invocation.environment().variables());
    }

    /** What a diagnosis reads. */
    CheckSettings.Scope scope() {
        return new CheckSettings.Scope(
                invocation.flag("--full"),
                invocation.text("--user-id"),
                invocation.text("--group-id"),
                invocation.text("--filter"),
                simulator == null ? null : provocation(simulator.scenario()),
                List.of());
    }

    CheckSettings settings(CheckSettings.Scope scope) throws IOException {
        Set<String> missing = new TreeSet<>();
        Credential credential = simulator == null ? credential(missing) : simulated(simulator);
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
                new CheckSettings.Rules(invocation.failOn(), invocation.ignored()),
                simulator != null);
    }

    CheckSettings.Target target() {
        Set<String> allowed = new TreeSet<>();
        for (String host : invocation.texts("--allow-host")) {
            allowed.add(host.toLowerCase(Locale.ROOT));
        }
        if (simulator != null) {
            return new CheckSettings.Target(
                    simulator.baseUrl(), Cloud.GLOBAL, simulator.tenantId(), simulator.clientId(), allowed);
        }
        Cloud named = cloud();
        String baseUrl = text(Key.BASE_URL).map(CheckSetup::baseUrl).orElse(named.baseUrl());
        Cloud cloud = Cloud.ofGraphHost(host(baseUrl));
        boolean own = settings.find(Key.BASE_URL).isPresent();
        return new CheckSettings.Target(
                baseUrl,
                own && settings.find(Key.CLOUD).isEmpty() ? cloud : named,
                text(Key.TENANT).orElse(null),
                text(Key.CLIENT_ID).orElse(null),
                allowed);
    }

    /** A base URL without its trailing slash; what is no http or https URL at all is a wrong value. */
    private static String baseUrl(String text) {
        String url = text;
        while (url.endsWith("/")) {
            url = url.substring(0, url.length() - 1);
        }
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (web && uri.getHost() != null && bare) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Said below, together with a URL of another kind.
        }
        throw new UsageError(
                "--base-url is no plain https URL: '" + Redactor.url(text) + "'",
                "write it like " + Cloud.GLOBAL.baseUrl());
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    private Cloud cloud() {
        return text(Key.CLOUD).map(Target::cloud).orElse(Cloud.GLOBAL);
    }

    private Optional<String> text(Key key) {
        return settings.find(key).map(Setting::value);
    }

    /** The token that a flag names, then client credentials that a flag names, then the environment in the same order. */
    private @Nullable Credential credential(Set<String> missing) throws IOException {
        boolean secretByFlag = settings.isFlag(Key.CLIENT_SECRET_FILE);
        Optional<Setting> tokenFile = settings.find(Key.TOKEN_FILE);
        if (tokenFile.isPresent() && (settings.isFlag(Key.TOKEN_FILE) || !secretByFlag)) {
            String text = Input.small(invocation.environment(), tokenFile.get().value());
            return given(
                    text,
                    tokenFile.get().source() + " "
                            + Redactor.fileName(tokenFile.get().value()));
        }
        Optional<Setting> token = settings.find(Key.TOKEN);
        if (token.isPresent() && !secretByFlag) {
            return given(token.get().value(), token.get().source());
        }
        return clientSecret(missing);
    }

    private Credential given(String text, String source) {
        PastedToken token = PastedToken.of(text);
        invocation.secrets().add(token.token().expose());
        return new Credential.GivenToken(token, source);
    }

    private @Nullable Credential clientSecret(Set<String> missing) throws IOException {
        Setting secret = secret();
        Optional<String> tenant = text(Key.TENANT);
        Optional<String> clientId = text(Key.CLIENT_ID);
        if (secret == null && tenant.isEmpty() && clientId.isEmpty()) {
            return null;
        }
        if (secret == null) {
            missing.add("--client-secret-file or AZURE_CLIENT_SECRET");
        }
        if (tenant.isEmpty()) {
            missing.add("--tenant or AZURE_TENANT_ID");
        }
        if (clientId.isEmpty()) {
            missing.add("--client-id or AZURE_CLIENT_ID");
        }
        if (secret == null || !missing.isEmpty()) {
            return null;
        }
        Cloud cloud = cloud();
        String authority = text(Key.AUTHORITY_HOST).orElse("https://" + cloud.loginHost());
        return new Credential.ClientSecret(
                authority.contains("://") ? authority : "https://" + authority,
                tenant.orElseThrow(),
                clientId.orElseThrow(),
                new Secret(secret.value()),
                cloud.scope(),
                "client credentials with the secret from " + secret.source());
    }

    private @Nullable Setting secret() throws IOException {
        Optional<Setting> file = settings.find(Key.CLIENT_SECRET_FILE);
        Setting secret;
        if (file.isPresent()) {
            String text =
                    Input.small(invocation.environment(), file.get().value()).strip();
            secret = new Setting(text, file.get().source());
        } else {
            secret = settings.find(Key.CLIENT_SECRET).orElse(null);
        }
        if (secret != null) {
            invocation.secrets().add(secret.value());
        }
        return secret;
    }

    private Credential simulated(Simulator running) {
        invocation.secrets().add(running.clientSecret());
        if (running.scenario().kind() == Scenario.Kind.TOKEN_ENDPOINT) {
            return new Credential.ClientSecret(
                    running.authority(),
                    running.tenantId(),
                    running.clientId(),
                    new Secret(running.clientSecret()),
                    Cloud.GLOBAL.scope(),
                    "client credentials of the simulator");
        }
        return given(running.token(), "the simulator");
    }

    private static @Nullable Probe provocation(Scenario scenario) {
        Scenario.Provocation provokes = scenario.provokes();
        return provokes == null
                ? null
                : new Probe("scenario", provokes.method(), provokes.path(), provokes.headers(), provokes.body(), true);
    }
}
