package io.scimdoctor.report.settings;

import io.scimdoctor.config.Key;
import io.scimdoctor.config.Profile;
import io.scimdoctor.config.ShownSetting;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Profiles, for a reader and as documents of the kinds {@code ProfileReport} and {@code ProfileList}.
 *
 * @param file the configuration file, as it may be shown
 * @param defaultProfile the profile that is used when none is named, or null
 */
public record ProfileReport(String file, @Nullable String defaultProfile, List<Profile> profiles) {

    /** What has been done with a profile. */
    public enum Action {
        SHOWN("shown"),
        CREATED("stored in"),
        CHANGED("changed in"),
        SELECTED("now the default in"),
        DELETED("deleted from");

        private final String words;

        Action(String words) {
            this.words = words;
        }
    }

    public ProfileReport {
        profiles = List.copyOf(profiles);
    }

    private boolean isDefault(Profile profile) {
        return profile.name().equals(defaultProfile);
    }

    /** All profiles, a paragraph each. */
    public void list(Appendable out, Style style) throws IOException {
        TextPage page = new TextPage(out, style);
        if (profiles.isEmpty()) {
            page.wrapped("", "There is no profile in " + file + ". Next: scimdoctor profile set NAME");
            return;
        }
        for (Profile profile : profiles) {
            head(page, profile);
            settings(page, profile);
        }
        page.line("In " + file + ".");
    }

    /** The names alone, one a line. */
    public void names(Writer out) throws IOException {
        for (Profile profile : profiles) {
            out.write(profile.name() + "\n");
        }
    }

    /** One profile and what has been done with it. */
    public void text(Action action, Appendable out, Style style) throws IOException {
        TextPage page = new TextPage(out, style);
        Profile profile = profiles.get(0);
        if (action != Action.SHOWN) {
            page.wrapped("", "Profile " + profile.name() + " is " + action.words + " " + file + ".");
            page.blank();
        }
        if (action == Action.DELETED) {
            return;
        }
        head(page, profile);
        settings(page, profile);
        if (action == Action.CREATED && isDefault(profile)) {
            page.wrapped(
                    "",
                    "It is the default from now on: every command without -p uses it, and what it names"
                            + " outranks AZURE_* and ENTRA_* variables.");
        }
        String how = isDefault(profile) ? "" : " -p " + profile.name();
        page.line(action == Action.SHOWN ? "In " + file + "." : "Next: scimdoctor check" + how);
    }

    private void head(TextPage page, Profile profile) throws IOException {
        page.line(page.style().bold(profile.name()) + (isDefault(profile) ? "  (default)" : ""));
    }

    private static void settings(TextPage page, Profile profile) throws IOException {
        int widest = 0;
        for (Key key : profile.values().keySet()) {
            widest = Math.max(widest, key.profileKey().length());
        }
        for (Map.Entry<Key, String> entry : profile.values().entrySet()) {
            String name = entry.getKey().profileKey();
            page.wrapped("  " + TextPage.pad(name, widest + 2), ShownSetting.of(entry.getValue()));
        }
        page.blank();
    }

    public void listJson(Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "ProfileList");
        json.field("file", file).field("defaultProfile", defaultProfile);
        json.array("profiles");
        for (Profile profile : profiles) {
            json.object();
            content(json, profile);
            json.endObject();
        }
        json.endArray();
        Documents.close(json, target);
    }

    public void json(Action action, Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "ProfileReport");
        json.field("file", file).field("action", action.name().toLowerCase(Locale.ROOT));
        json.object("profile");
        content(json, profiles.get(0));
        json.endObject();
        Documents.close(json, target);
    }

    private void content(JsonWriter json, Profile profile) throws IOException {
        json.field("name", profile.name()).field("default", isDefault(profile));
        json.array("settings");
        for (Map.Entry<Key, String> entry : profile.values().entrySet()) {
            json.object()
                    .field("name", entry.getKey().profileKey())
                    .field("value", ShownSetting.of(entry.getValue()))
                    .endObject();
        }
        json.endArray();
    }
}
