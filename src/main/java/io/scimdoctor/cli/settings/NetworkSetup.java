package io.scimdoctor.cli.settings;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.http.ProxySettings;
import io.scimdoctor.http.TransportSettings;
import io.scimdoctor.http.tls.CaCertificates;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.token.CredentialChoice;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where calls go and over which network, as options, environment and profile say.
 *
 * @param allowedHosts those that may get the token although they are not Microsoft's
 * @param insecure whether any certificate is accepted
 * @param silence the longest wait without a byte, or null for the usual one
 * @param most the longest time for the whole run, or null
 */
public record NetworkSetup(
        Environment environment,
        Settings settings,
        Set<String> allowedHosts,
        boolean insecure,
        Duration connect,
        @Nullable Duration silence,
        @Nullable Duration most) {
    static final Duration CONNECT = Duration.ofSeconds(10);
    static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration PING = Duration.ofSeconds(5);
    /** The simulator's silent scenarios have to end while somebody watches. */
    private static final Duration SIMULATED_SILENCE = Duration.ofSeconds(4);

    public static NetworkSetup of(Invocation invocation) {
        Set<String> allowed = new TreeSet<>();
        for (String host : invocation.texts("--allow-host")) {
            allowed.add(host.toLowerCase(Locale.ROOT));
        }
        NetworkSetup setup = new NetworkSetup(
                invocation.environment(),
                Configured.settings(invocation),
                allowed,
                invocation.flag("--insecure"),
                invocation.duration("--connect-timeout", CONNECT),
                invocation.duration("--request-timeout"),
                invocation.duration("--max-time"));
        setup.secrets();
        return setup;
    }

    public CredentialChoice credentials() {
        return new CredentialChoice(settings, environment.input(), environment.secrets(), environment.source()::origin);
    }

    public CheckSettings.Target target() {
        Cloud named = CloudChoice.cloud(settings);
        Optional<Setting> own = settings.find(Key.BASE_URL);
        String baseUrl = own.map(CloudChoice::baseUrl).orElse(named.baseUrl());
        String host = String.valueOf(URI.create(baseUrl).getHost());
        boolean known = own.isEmpty() || settings.find(Key.CLOUD).isPresent();
        return new CheckSettings.Target(
                baseUrl,
                known ? named : Cloud.ofGraphHost(host),
                value(Key.TENANT),
                value(Key.CLIENT_ID),
                allowedHosts,
                insecure);
    }

    public TransportSettings transport(CheckSettings.Target target, boolean simulated) {
        Duration usual = simulated ? SIMULATED_SILENCE : SILENCE;
        Duration silent = silence == null ? usual : silence;
        return transport(simulated, connect, silent, most, target.allowedHosts());
    }

    /** For a message to another service: over the same network, but with a time limit of its own. */
    public TransportSettings forPing() {
        return transport(false, PING, PING, PING, Set.of());
    }

    private TransportSettings transport(
            boolean simulated, Duration connecting, Duration silent, @Nullable Duration whole, Set<String> hosts) {
        Map<String, String> variables = environment.variables();
        return new TransportSettings(
                connecting,
                silent,
                whole == null ? null : environment.now().plus(whole),
                simulated ? ProxySettings.NONE : proxies(),
                CaCertificates.from(variables, certificates()),
                insecure,
                hosts,
                TransportSettings.MAX_BODY_BYTES,
                TransportSettings.userAgent(Version.text()),
                environment.clock());
    }

    /** A whole number of seconds as an option takes it. */
    static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }

    /** The proxies that calls go through. */
    ProxySettings proxies() {
        try {
            String source = settings.find(Key.PROXY).map(Setting::source).orElse("");
            return ProxySettings.from(environment.variables(), value(Key.PROXY), source, value(Key.NO_PROXY));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            String sentence = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
            throw Stopped.usage(sentence.replaceFirst("\\.$", ""), null);
        }
    }

    /** User and password of a proxy are secrets of this run. */
    private void secrets() {
        String flag = value(Key.PROXY);
        List<String> urls = new ArrayList<>(flag == null ? List.of() : List.of(flag));
        for (Map.Entry<String, String> variable : environment.variables().entrySet()) {
            if (variable.getKey().toLowerCase(Locale.ROOT).endsWith("_proxy")) {
                urls.add(variable.getValue());
            }
        }
        for (String url : urls) {
            int at = url.lastIndexOf('@');
            if (at >= 0) {
                String user = url.substring(url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3, at);
                environment.secrets().add(user);
                environment.secrets().add(user.substring(user.indexOf(':') + 1));
            }
        }
    }

    private List<Path> certificates() {
        Optional<Setting> setting = settings.find(Key.CACERT);
        if (setting.isEmpty()) {
            return List.of();
        }
        String file = setting.get().value();
        String named = setting.get().source() + " names '" + Redactor.seen(file) + "', ";
        try {
            Path path = Path.of(file);
            boolean folder = Files.isDirectory(path);
            if (!folder && certificates(path) == 0) {
                throw Stopped.usage(named + "which holds no certificate", "name a file in PEM form");
            }
            return List.of(path);
        } catch (IOException | InvalidPathException e) {
            throw Stopped.usage(named + "which cannot be read", "check the name");
        } catch (CertificateException e) {
            throw Stopped.usage(named + "which holds no readable certificate", "name a file in PEM form");
        }
    }

    private static int certificates(Path file) throws IOException, CertificateException {
        try (InputStream input = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(input)
                    .size();
        }
    }

    private @Nullable String value(Key key) {
        return settings.find(key).map(Setting::value).orElse(null);
    }
}
