package io.scimdoctor.cli;

import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the credential of a run: the one whose setting has the strongest source, and among equals the first kind. */
final class CredentialChoice {
    private static final List<Key> TOKENS = List.of(Key.TOKEN_FILE, Key.TOKEN);
    private static final List<Key> PROOFS = List.of(Key.CLIENT_SECRET_FILE, Key.CLIENT_SECRET);

    private final Invocation invocation;
    private final Settings settings;

    CredentialChoice(Invocation invocation) {
        this.invocation = invocation;
        settings = invocation.settings();
    }

    /**
     * A token that somebody else has fetched, or client credentials, or null when there are none.
     *
     * @param missing gets the names of settings that client credentials still need
     */
    @Nullable
    Credential any(Set<String> missing) throws IOException {
        Key token = strongest(TOKENS);
        Key proof = strongest(PROOFS);
        if (token == null || (proof != null && isStronger(proof, token))) {
            return clientCredentials(missing);
        }
        Setting setting = settings.find(token).orElseThrow();
        if (token == Key.TOKEN) {
            return given(invocation, setting.value(), setting.source());
        }
        String text = Input.small(invocation.environment(), setting.value());
        return given(invocation, text, setting.source() + " " + Redactor.fileName(setting.value()));
    }

    static Credential given(Invocation invocation, String text, String source) {
        PastedToken token = PastedToken.of(text);
        invocation.secrets().add(token.token().expose());
        return new Credential.GivenToken(token, source);
    }

    /** Client credentials, or null when there are none or some are missing. */
    @Nullable
    Credential clientCredentials(Set<String> missing) throws IOException {
        Setting secret = secret();
        Optional<Setting> tenant = settings.find(Key.TENANT);
        Optional<Setting> clientId = settings.find(Key.CLIENT_ID);
        if (secret == null && tenant.isEmpty() && clientId.isEmpty()) {
            return null;
        }
        if (secret == null) {
            missing.add("--client-secret-file or AZURE_CLIENT_SECRET");
        } else if (secret.value().isEmpty()) {
            missing.add(secret.source());
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
        Cloud cloud = Target.cloud(settings);
        String authority = settings.find(Key.AUTHORITY_HOST).map(Setting::value).orElse("https://" + cloud.loginHost());
        return new Credential.ClientSecret(
                authority.contains("://") ? authority : "https://" + authority,
                tenant.orElseThrow().value(),
                clientId.orElseThrow().value(),
                new Secret(secret.value()),
                cloud.scope(),
                "client credentials with the secret from " + secret.source());
    }

    private @Nullable Setting secret() throws IOException {
        Key key = strongest(PROOFS);
        if (key == null) {
            return null;
        }
        Setting setting = settings.find(key).orElseThrow();
        Setting secret = key == Key.CLIENT_SECRET
                ? setting
                : setting.with(
                        Input.small(invocation.environment(), setting.value()).strip());
        invocation.secrets().add(secret.value());
        return secret;
    }

    private @Nullable Key strongest(List<Key> keys) {
        Key strongest = null;
        for (Key key : keys) {
            boolean set = settings.find(key).isPresent();
            if (set && (strongest == null || isStronger(key, strongest))) {
                strongest = key;
            }
        }
        return strongest;
    }

    private boolean isStronger(Key one, Key other) {
        return settings.find(one)
                        .orElseThrow()
                        .origin()
                        .compareTo(settings.find(other).orElseThrow().origin())
                < 0;
    }
}
