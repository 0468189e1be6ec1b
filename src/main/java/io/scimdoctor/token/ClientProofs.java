package io.scimdoctor.token;

import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.input.Input;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what an application proves itself with, out of the place that a setting names. */
public record ClientProofs(Settings settings, Input input, KnownSecrets secrets) {

    /**
     * What a credential has to show now.
     *
     * @throws Stopped when it has nothing that can be used
     */
    public static ClientProof.Usable usable(Credential.ClientCredentials credential, Instant now) {
        ClientProof.Shown shown = credential.proof().show(now);
        if (shown instanceof ClientProof.Unusable unusable) {
            throw Stopped.noVerdict(unusable.reason(), unusable.remedy());
        }
        return (ClientProof.Usable) shown;
    }

    /**
     * The proof that a setting leads to, or null when it is empty.
     *
     * @param missing gets the name of what is empty
     * @throws Stopped when a file is missing or cannot be read
     */
    @Nullable
    ClientProof of(Key key, Set<String> missing) throws IOException {
        Setting setting = settings.find(key).orElseThrow();
        return switch (key) {
            case CLIENT_CERTIFICATE -> certificate(setting, missing);
            case FEDERATED_TOKEN_FILE -> federatedToken(setting);
            default -> {
                Secret secret = secret(key, setting, missing);
                yield secret == null ? null : new ClientProof.SharedSecret(secret);
            }
        };
    }

    private @Nullable Secret secret(Key key, Setting setting, Set<String> missing) throws IOException {
        String value = key.isSecret() ? setting.value() : content(setting.value());
        secrets.add(value);
        if (value.isEmpty()) {
            missing.add(setting.source());
        }
        return value.isEmpty() ? null : new Secret(value);
    }

    private @Nullable ClientProof certificate(Setting setting, Set<String> missing) throws IOException {
        byte[] file = input.smallBytes(file(setting));
        Secret password = password(missing);
        return password == null ? null : ClientCertificate.of(where(setting), file, password, secrets);
    }

    /** The password of the certificate's file; empty when none is configured, and null when what is configured is empty. */
    private @Nullable Secret password(Set<String> missing) throws IOException {
        Optional<Key> stronger = Stream.of(Key.CLIENT_CERTIFICATE_PASSWORD_FILE, Key.CLIENT_CERTIFICATE_PASSWORD)
                .filter(key -> settings.find(key).isPresent())
                .min(Comparator.comparing(
                        key -> settings.find(key).orElseThrow().origin()));
        return stronger.isEmpty()
                ? new Secret("")
                : secret(stronger.get(), settings.find(stronger.get()).orElseThrow(), missing);
    }

    private ClientProof federatedToken(Setting setting) throws IOException {
        String name = file(setting);
        // A file that is missing now is a wrong name; one that goes missing later makes the credential unusable.
        secrets.add(content(name));
        return new FederatedToken(where(setting), () -> reread(name), secrets);
    }

    private Optional<String> reread(String name) {
        try {
            return Optional.of(content(name));
        } catch (IOException | Stopped e) {
            return Optional.empty();
        }
    }

    /** The text of a file, without the byte order mark and the line end that editors add. */
    private String content(String name) throws IOException {
        return input.small(name).replace("\uFEFF", "").strip();
    }

    private static String file(Setting setting) {
        if (setting.value().equals("-")) {
            throw Stopped.usage(setting.source() + " does not take standard input", "name a file");
        }
        return setting.value();
    }

    private static String where(Setting setting) {
        return "'" + Redactor.seen(setting.value()) + "', which " + setting.source() + " names,";
    }
}
