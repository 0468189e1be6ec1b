package io.scimdoctor.cli;

import io.scimdoctor.config.Key;
import io.scimdoctor.config.Settings;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import java.util.List;
import java.util.Locale;

/** Small things that several commands say in the same words. */
final class Target {
    static final List<String> CLOUDS = List.of("global", "usgov", "usgov-dod", "china");

    private Target() {}

    /** The cloud that is set, or the global one. */
    static Cloud cloud(Settings settings) {
        return settings.find(Key.CLOUD).map(setting -> cloud(setting.value())).orElse(Cloud.GLOBAL);
    }

    /** @throws UsageError for a cloud that does not exist */
    static Cloud cloud(String slug) {
        for (Cloud cloud : Cloud.values()) {
            if (cloud.slug().equals(slug.toLowerCase(Locale.ROOT))) {
                return cloud;
            }
        }
        throw new UsageError(
                "there is no cloud '" + Redactor.typed(slug) + "'", "choose one of " + String.join(", ", CLOUDS));
    }
}
