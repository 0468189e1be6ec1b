package io.scimdoctor.report.settings;

import io.scimdoctor.config.Profile;
import io.scimdoctor.config.ShownSetting;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Profiles, for a reader and as documents of the kinds {@code ProfileReport} and {@code ProfileList}.
 *
 * @param file the configuration file, as it may be shown
 * @param defaultProfile the profile that is used when none is named, or null
 */
public record ProfileReport(Told file, @Nullable String defaultProfile, List<Profile> profiles) {
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

    private boolean isDefault(Profile profile) {
        return profile.name().equals(defaultProfile);
    }

    /** All profiles, a paragraph each. */
    public void list(Appendable out, Style style) throws IOException {
        List<Block> blocks = new ArrayList<>();
        profiles.forEach(profile -> blocks.add(section(profile, style)));
        blocks.add(new Block.Paragraph(
                profiles.isEmpty()
                        ? "There is no profile in " + style.shown(file) + ". Next: scimdoctor profile set NAME"
                        : "In " + style.shown(file) + "."));
        new BlockText(out, style).write(blocks);
    }

    /** The names alone, one a line. */
    public void names(Writer out) throws IOException {
        for (Profile profile : profiles) {
            out.write(profile.name() + "\n");
        }
    }

    /** One profile and what has been done with it. */
    public void text(Action action, Appendable out, Style style) throws IOException {
        Profile profile = profiles.get(0);
        List<Block> blocks = new ArrayList<>();
        if (action != Action.SHOWN) {
            blocks.add(new Block.Paragraph(
                    "Profile " + profile.name() + " is " + action.words + " " + style.shown(file) + "."));
        }
        if (action != Action.DELETED) {
            blocks.add(section(profile, style));
            if (action == Action.CREATED && isDefault(profile)) {
                blocks.add(
                        new Block.Paragraph("It is the default from now on: every command without -p uses it, and what"
                                + " it names outranks AZURE_* and ENTRA_* variables."));
            }
            String how = isDefault(profile) ? "" : " -p " + profile.name();
            blocks.add(new Block.Paragraph(
                    action == Action.SHOWN ? "In " + style.shown(file) + "." : "Next: scimdoctor check" + how));
        }
        new BlockText(out, style).write(blocks);
    }

    private Block section(Profile profile, Style style) {
        Facts facts = Facts.of(
                profile.values().entrySet(),
                entry -> entry.getKey().profileKey(),
                entry -> style.shown(ShownSetting.of(entry.getValue())));
        return new Block.Section(profile.name() + (isDefault(profile) ? "  (default)" : ""), facts);
    }

    public void listJson(Writer target) throws IOException {
        Documents.write(
                target,
                "ProfileList",
                json -> json.field("file", file.handedOn())
                        .field("defaultProfile", defaultProfile)
                        .list("profiles", profiles, this::content));
    }

    public void json(Action action, Writer target) throws IOException {
        Documents.write(
                target,
                "ProfileReport",
                json -> json.field("file", file.handedOn())
                        .field("action", action.name().toLowerCase(Locale.ROOT))
                        .field("profile", profiles.get(0), this::content));
    }

    private void content(JsonWriter json, Profile profile) throws IOException {
        json.field("name", profile.name())
                .field("default", isDefault(profile))
                .list(
                        "settings",
                        profile.values().entrySet(),
                        (each, entry) -> each.field("name", entry.getKey().profileKey())
                                .field(
                                        "value",
                                        ShownSetting.of(entry.getValue()).handedOn()));
    }
}
