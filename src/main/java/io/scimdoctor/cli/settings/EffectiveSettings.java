package io.scimdoctor.cli.settings;

import static io.scimdoctor.config.Key.AUTHORITY_HOST;
import static io.scimdoctor.config.Key.BASE_URL;
import static io.scimdoctor.config.Key.CLOUD;

import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.config.ShownSetting;
import io.scimdoctor.finding.Told;
import io.scimdoctor.report.settings.EnvironmentReport.Line;
import io.scimdoctor.scim.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every setting as it is going to be used, defaults too.
 *
 * @param flags what the options say, by their names
 */
record EffectiveSettings(Settings settings, Map<String, String> flags) {
    private static final String DEFAULT = "default";

    List<Line> lines() {
        Cloud cloud = CloudChoice.cloud(settings);
        Map<Key, String> defaults = Map.of(
                CLOUD, cloud.slug(),
                BASE_URL, cloud.baseUrl(),
                AUTHORITY_HOST, "https://" + cloud.loginHost());
        List<Line> lines = new ArrayList<>();
        for (Key key : Key.values()) {
            lines.add(settings.find(key)
                    .map(setting -> line(key, setting))
                    .orElseGet(() -> unset(key, defaults.get(key))));
        }
        lines.add(option("--connect-timeout", NetworkSetup.seconds(NetworkSetup.CONNECT)));
        lines.add(option("--request-timeout", NetworkSetup.seconds(NetworkSetup.SILENCE)));
        lines.add(option("--max-time", null));
        return lines;
    }

    /** A profile may name a variable that is not set; then the setting has no value. */
    private static Line line(Key key, Setting setting) {
        if (!key.isSecret()) {
            return new Line(key.slug(), ShownSetting.of(setting.value()), true, setting.source(), false);
        }
        return new Line(key.slug(), null, !setting.value().isEmpty(), setting.source(), true);
    }

    private static Line unset(Key key, @Nullable String otherwise) {
        return new Line(
                key.slug(),
                otherwise == null ? null : Told.own(otherwise),
                otherwise != null,
                otherwise == null ? null : DEFAULT,
                key.isSecret());
    }

    private Line option(String name, @Nullable String otherwise) {
        String text = flags.get(name);
        String source = text != null ? name : otherwise == null ? null : DEFAULT;
        String value = text == null ? otherwise : text;
        return new Line(name.substring(2), value == null ? null : ShownSetting.of(value), value != null, source, false);
    }
}
