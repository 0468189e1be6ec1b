package io.scimdoctor.token;

import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Origin;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.input.Input;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the credential of a run: the one whose setting has the strongest source, and among equals the first kind.
 *
 * @param origin where a person would say that a variable comes from
 */
public record CredentialChoice(Settings settings, Input input, KnownSecrets secrets, UnaryOperator<String> origin) {
    private static final List<Key> TOKENS = List.of(Key.TOKEN_FILE, Key.TOKEN);
    /** The order of Azure Identity: EnvironmentCredential takes a secret, then a certificate; a workload identity follows. */
    private static final List<Key> PROOFS =
            List.of(Key.CLIENT_SECRET_FILE, Key.CLIENT_SECRET, Key.CLIENT_CERTIFICATE, Key.FEDERATED_TOKEN_FILE);

    /** Every setting that gives a credential, the one that is used first. */
    public List<Key> candidates() {
        return Stream.concat(TOKENS.stream(), PROOFS.stream())
                .filter(key -> settings.find(key).isPresent())
                .sorted(Comparator.comparing(this::origin))
                .toList();
    }

    /**
     * A token that somebody else has fetched, or client credentials, or null when there are none.
     *
     * @param missing gets the names of settings that client credentials still need
     */
    public @Nullable Credential any(Set<String> missing) throws IOException {
        refuseTwo();
        List<Key> candidates = candidates();
        Key first = candidates.isEmpty() ? null : candidates.get(0);
        if (first == null || !TOKENS.contains(first)) {
            return clientCredentials(missing);
        }
        Setting setting = settings.find(first).orElseThrow();
        if (first == Key.TOKEN) {
            return given(setting.value(), origin.apply(setting.source()), secrets);
        }
        return given(
                input.small(setting.value()), setting.source() + " " + Redactor.fileName(setting.value()), secrets);
    }

    /** A token as somebody has it. */
    public static Credential given(String text, String source, KnownSecrets secrets) {
        return new Credential.GivenToken(PastedToken.of(text, secrets), source);
    }

    /** Client credentials, or null when there are none or some are missing. */
    public @Nullable Credential clientCredentials(Set<String> missing) throws IOException {
        refuseTwo();
        Optional<Key> chosen = candidates().stream().filter(PROOFS::contains).findFirst();
        Optional<Setting> tenant = settings.find(Key.TENANT);
        Optional<Setting> clientId = settings.find(Key.CLIENT_ID);
        if (chosen.isEmpty() && tenant.isEmpty() && clientId.isEmpty()) {
            return null;
        }
        if (chosen.isEmpty()) {
            missing.add(
                    "--client-secret-file, --client-certificate, --federated-token-file, or a variable for one of them");
        }
        ClientProof proof =
                chosen.isEmpty() ? null : new ClientProofs(settings, input, secrets).of(chosen.get(), missing);
        if (tenant.isEmpty()) {
            missing.add("--tenant or AZURE_TENANT_ID");
        }
        if (clientId.isEmpty()) {
            missing.add("--client-id or AZURE_CLIENT_ID");
        }
        if (proof == null || !missing.isEmpty()) {
            return null;
        }
        Cloud cloud = CloudChoice.cloud(settings);
        String authority = settings.find(Key.AUTHORITY_HOST).map(Setting::value).orElse("https://" + cloud.loginHost());
        return new Credential.ClientCredentials(
                authority.contains("://") ? authority : "https://" + authority,
                tenant.orElseThrow().value(),
                clientId.orElseThrow().value(),
                cloud.scope(),
                proof,
                source(chosen.orElseThrow(), proof));
    }

    private String source(Key key, ClientProof proof) {
        String until = proof instanceof ClientCertificate certificate ? ", valid until " + certificate.until() : "";
        return "client credentials with the " + kind(key) + " from "
                + settings.find(key).orElseThrow().source() + until;
    }

    /** What a setting gives, in few words. */
    public static String kind(Key key) {
        return switch (key) {
            case CLIENT_CERTIFICATE -> "certificate";
            case FEDERATED_TOKEN_FILE -> "federated token";
            case CLIENT_SECRET, CLIENT_SECRET_FILE -> "secret";
            default -> "access token";
        };
    }

    private Origin origin(Key key) {
        return settings.find(key).orElseThrow().origin();
    }

    private void refuseTwo() {
        List<Key> typed = candidates().stream()
                .filter(key -> origin(key) == Origin.OPTION)
                .toList();
        if (typed.size() > 1) {
            throw Stopped.usage(
                    typed.get(0).flag() + " and " + typed.get(1).flag() + " name a credential each, and one is used",
                    "leave one of them out");
        }
    }
}
