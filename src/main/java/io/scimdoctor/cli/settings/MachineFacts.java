package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.config.ConfigFile;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Profile;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.ShownSetting;
import io.scimdoctor.config.UserFolder;
import io.scimdoctor.finding.Told;
import io.scimdoctor.http.ProxyServer;
import io.scimdoctor.http.ProxySettings;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.settings.EnvironmentReport.Fact;
import io.scimdoctor.report.settings.EnvironmentReport.Group;
import io.scimdoctor.token.CredentialChoice;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine that a command runs on, as far as it decides how a call goes and how the result looks. */
record MachineFacts(NetworkSetup network, Configured configured, Style style, boolean interactive) {
    List<Group> groups() {
        return List.of(credential(), configuration(), java(), trust(), proxy(), terminal(), folders());
    }

    /** Which credential is going to be used, and why this one. */
    private Group credential() {
        List<Key> candidates = network.credentials().candidates();
        List<Told> others =
                candidates.stream().skip(1).map(key -> Told.own(origin(key))).toList();
        return new Group(
                "Credential",
                Fact.of("used", candidates.isEmpty() ? null : origin(candidates.get(0))),
                Fact.of("because", reason(candidates)),
                Fact.of("not used", "passedOver", others));
    }

    private @Nullable String reason(List<Key> candidates) {
        if (candidates.isEmpty()) {
            return null;
        }
        if (candidates.size() == 1) {
            return "no other is set";
        }
        Setting first = network.settings().find(candidates.get(0)).orElseThrow();
        Setting second = network.settings().find(candidates.get(1)).orElseThrow();
        if (first.origin() != second.origin()) {
            return first.source() + " outweighs " + second.source();
        }
        return "at the same rank comes an access token, then a secret, a certificate, a federated token";
    }

    private String origin(Key key) {
        return CredentialChoice.kind(key) + " from "
                + network.settings().find(key).orElseThrow().source();
    }

    private Group configuration() {
        ConfigFile file = configured.file();
        Profile profile = network.settings().profile();
        Told path = file == null ? null : configured.shown(file.path().toString());
        Told there = path != null && file != null && !file.exists() ? path.between("", " (not there)") : path;
        return new Group(
                "Configuration", Fact.of("file", there), Fact.of("profile", profile == null ? null : profile.name()));
    }

    private Group java() {
        String system = property("os.name") + " " + property("os.version") + " " + property("os.arch");
        return new Group(
                "Java",
                Fact.of("version", Runtime.version().toString()),
                Fact.of("vendor", property("java.vendor")),
                Fact.of("home", configured.shown(property("java.home"))),
                new Fact("operating system", "operatingSystem", system));
    }

    private Group trust() {
        String own = property("javax.net.ssl.trustStore");
        Path security = Path.of(property("java.home"), "lib", "security");
        // Java itself looks in this order.
        Path first = security.resolve("jssecacerts");
        Path ofJava = Files.exists(first) ? first : security.resolve("cacerts");
        List<Told> more = new ArrayList<>();
        network.settings()
                .find(Key.CACERT)
                .ifPresent(setting ->
                        more.add(configured.shown(setting.value()).between("", " (" + setting.source() + ")")));
        for (String name : List.of("SSL_CERT_FILE", "SSL_CERT_DIR")) {
            if (!network.environment().variable(name).isBlank()) {
                more.add(configured
                        .shown(network.environment().variable(name).trim())
                        .between("", " (" + name + ")"));
            }
        }
        return new Group(
                "Trust",
                Fact.of("store", configured.shown(own.isEmpty() ? ofJava.toString() : own)),
                Fact.of("origin", own.isEmpty() ? "Java's own" : "javax.net.ssl.trustStore"),
                Fact.of("more", "more", more),
                new Fact("certificates checked", "certificatesChecked", !network.insecure()));
    }

    private Group proxy() {
        URI baseUrl = URI.create(network.target().baseUrl());
        ProxySettings proxies = network.proxies();
        ProxyServer named = "https".equalsIgnoreCase(baseUrl.getScheme()) ? proxies.forHttps() : proxies.forHttp();
        Optional<ProxyServer> used = proxies.forUrl(baseUrl.toString());
        String source = named == null ? null : named.source();
        String why = used.isPresent() || source == null
                ? source
                : source + ", which " + baseUrl.getHost() + " is exempt from";
        String exempt = proxies.noProxy().list();
        return new Group(
                "Proxy",
                new Fact("for", "baseUrl", ShownSetting.of(baseUrl.toString())),
                Fact.of(
                        "used",
                        used.map(server -> ShownSetting.of(server.toString())).orElse(null)),
                Fact.of("source", why),
                new Fact("exempt hosts", "noProxy", exempt.isEmpty() ? null : ShownSetting.of(exempt)));
    }

    private Group terminal() {
        Environment.Terminals terminals = network.environment().terminals();
        List<Told> streams = Stream.of(
                        terminals.in() ? "input" : "", terminals.out() ? "output" : "", terminals.err() ? "errors" : "")
                .filter(name -> !name.isEmpty())
                .map(Told::own)
                .toList();
        return new Group(
                "Terminal",
                Fact.of("streams on it", "streams", streams),
                Fact.of("interactive", interactive),
                Fact.of("width", style.width()),
                Fact.of("colour", style.color()),
                new Fact("symbols beyond ASCII", "unicode", !style.ascii()),
                Fact.of("charset", "UTF-8"),
                new Fact("charset of the system", "systemCharset", property("native.encoding")));
    }

    private Group folders() {
        List<Fact> facts = new ArrayList<>();
        for (UserFolder folder : UserFolder.values()) {
            String name = folder.name().toLowerCase(Locale.ROOT);
            Optional<Path> path = network.environment().folder(folder);
            facts.add(Fact.of(
                    name, path.isEmpty() ? null : configured.shown(path.get().toString())));
        }
        return new Group("Folders", facts);
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
