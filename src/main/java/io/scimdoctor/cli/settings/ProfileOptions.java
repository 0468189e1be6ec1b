package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Origin;
import io.scimdoctor.config.ProfileKeys;
import io.scimdoctor.config.Setting;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of `profile set`: one for each setting that a profile can hold. */
final class ProfileOptions {
    private static final String UNSET = "--unset";

    private ProfileOptions() {}

    static void add(Options options) {
        for (Key key : Key.values()) {
            if (key == Key.CLOUD) {
                options.choice("CLOUD", description(key), CloudChoice.CLOUDS, "--cloud");
            } else {
                options.value(label(key), description(key), "--" + key.profileKey());
            }
        }
        options.values("SETTING", "Remove this setting from the profile; may be repeated.", UNSET);
    }

    private static String label(Key key) {
        if (key.isSecret()) {
            return "VARIABLE";
        }
        if (key.isFile()) {
            return "FILE";
        }
        return switch (key) {
            case TENANT, CLIENT_ID -> "ID";
            case NO_PROXY -> "LIST";
            default -> "URL";
        };
    }

    private static String description(Key key) {
        return switch (key) {
            case BASE_URL -> "SCIM base URL, instead of the cloud's own.";
            case CLOUD -> "Microsoft cloud: ${COMPLETION-CANDIDATES}.";
            case TENANT -> "Tenant id or verified domain.";
            case CLIENT_ID -> "Application (client) id.";
            case AUTHORITY_HOST -> "Login host, instead of the cloud's own.";
            case TOKEN_FILE -> "File with an access token.";
            case TOKEN -> "Environment variable with an access token.";
            case CLIENT_SECRET_FILE -> "File with the client secret.";
            case CLIENT_SECRET -> "Environment variable with the client secret.";
            case CLIENT_CERTIFICATE -> "File with the application's certificate and its private key.";
            case CLIENT_CERTIFICATE_PASSWORD_FILE -> "File with the password of that file.";
            case CLIENT_CERTIFICATE_PASSWORD -> "Environment variable with that password.";
            case FEDERATED_TOKEN_FILE -> "File with a token of a federated identity provider.";
            case PROXY -> "Proxy, without user and password.";
            case NO_PROXY -> "Hosts without a proxy.";
            case CACERT -> "More trusted certificates, PEM.";
            case PING_URL -> "Environment variable with the URL of a heartbeat monitor.";
        };
    }

    /** What the options change; null removes a setting. */
    static Map<Key, @Nullable String> changes(Invocation invocation) {
        Map<Key, @Nullable String> changes = new EnumMap<>(Key.class);
        for (String name : invocation.texts(UNSET)) {
            Key key = ProfileKeys.find(name);
            if (key == null) {
                throw Stopped.usage(
                        "there is no setting '" + Redactor.seen(name) + "'",
                        Nearest.hint(name, ProfileKeys.all(), "scimdoctor profile set --help lists them"));
            }
            changes.put(key, null);
        }
        for (Key key : Key.values()) {
            String value = invocation.text("--" + key.profileKey());
            if (value != null) {
                changes.put(key, checked(key, value));
            }
        }
        return changes;
    }

    /**
     * The value as it is stored: files by their whole path, because the profile is used from any folder.
     *
     * @throws Stopped when it cannot be right, or is a secret
     */
    static String checked(Key key, String value) {
        String trouble = ProfileKeys.trouble(key, value);
        if (trouble != null) {
            throw Stopped.usage(trouble, ProfileKeys.remedy(key, trouble));
        }
        if (key == Key.BASE_URL) {
            return CloudChoice.baseUrl(new Setting(value, Origin.OPTION, key.flag()));
        }
        try {
            boolean whole = !key.isFile() || value.startsWith("~/");
            return whole ? value : Path.of(value).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            throw Stopped.usage("'" + key.profileKey() + "' names no possible file", "check the name");
        }
    }
}
