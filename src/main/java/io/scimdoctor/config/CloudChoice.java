package io.scimdoctor.config;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The cloud and the base URL that the settings name. */
public final class CloudChoice {
    public static final List<String> CLOUDS = List.of("global", "usgov", "usgov-dod", "china");

    private static final int MAX_PORT = 65_535;

    private CloudChoice() {}

    /** The cloud that is set, or the global one. */
    public static Cloud cloud(Settings settings) {
        return settings.find(Key.CLOUD).map(setting -> cloud(setting.value())).orElse(Cloud.GLOBAL);
    }

    /** @throws Stopped for a cloud that does not exist */
    public static Cloud cloud(String slug) {
        return Stream.of(Cloud.values())
                .filter(cloud -> cloud.slug().equals(slug.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Stopped.usage(
                        "there is no cloud '" + Redactor.seen(slug) + "'",
                        "choose one of " + String.join(", ", CLOUDS)));
    }

    /** A base URL without its trailing slash; what is no http or https URL at all is a wrong value. */
    public static String baseUrl(Setting setting) {
        String url = setting.value().replaceFirst("/++$", "");
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            boolean reachable = uri.getPort() != 0 && uri.getPort() <= MAX_PORT;
            if (web && uri.getHost() != null && bare && reachable) {
                return url;
            }
        } catch (URISyntaxException e) {
            // The error below covers this too.
        }
        throw Stopped.usage(
                setting.source() + (setting.origin() == Origin.PROFILE ? " has a base-url that" : "")
                        + " is no plain https URL: '" + Redactor.seen(setting.value()) + "'",
                "write it like " + Cloud.GLOBAL.baseUrl());
    }
}
