package io.scimdoctor.config;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        Cloud cloud = Slugged.find(Cloud.values(), slug.toLowerCase(Locale.ROOT));
        if (cloud == null) {
            throw Stopped.usage(
                    "there is no cloud '" + Redactor.seen(slug) + "'", "choose one of " + String.join(", ", CLOUDS));
        }
        return cloud;
    }

    /** A base URL without its trailing slash; what is no http or https URL at all is a wrong value. */
    public static String baseUrl(Setting setting) {
        String url = setting.value().replaceFirst("/++$", "");
        URI uri = web(url);
        if (uri != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && uri.getPort() != 0
                && uri.getPort() <= MAX_PORT) {
            return url;
        }
        throw Stopped.usage(
                setting.source() + (setting.origin() == Origin.PROFILE ? " has a base-url that" : "")
                        + " is no plain https URL: '" + Redactor.seen(setting.value()) + "'",
                "write it like " + Cloud.GLOBAL.baseUrl());
    }

    /** The http or https URL with a host, or null when the text is none. */
    public static @Nullable URI web(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return List.of("http", "https").contains(scheme) && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
