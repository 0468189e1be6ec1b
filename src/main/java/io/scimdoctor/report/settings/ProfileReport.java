package io.scimdoctor.report.settings;

import io.scimdoctor.config.Profile;
import io.scimdoctor.config.ShownSetting;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Profiles, for a reader and as documents of the kinds {@code ProfileReport} and {@code ProfileList}.
 *
 * @param file the configuration file, as it may be shown
 * @param defaultProfile the profile that is used when none is named, or null
 * @param action what has been done with the one profile, or null for a list
 */
public record ProfileReport(
        Told file,
        @Nullable String defaultProfile,
        @Nullable Action action,
        List<Profile> profiles) implements BlockReport {
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

    @Override
    public BlockPage page(Style style, boolean whole) {
        return BlockPage.of("", false, action == null ? list(style) : done(action, profiles.get(0), style));
    }

    /** All profiles, a paragraph each. */
    private List<Block> list(Style style) {
        List<Block> blocks = new ArrayList<>();
        profiles.forEach(profile -> blocks.add(section(profile, style)));
        blocks.add(new Block.Paragraph(
                profiles.isEmpty()
                        ? "There is no profile in " + style.shown(file) + ". Next: scimdoctor profile set NAME"
                        : "In " + style.shown(file) + "."));
        return blocks;
    }

    /** One profile and what has been done with it. */
    private List<Block> done(Action done, Profile profile, Style style) {
        List<Block> blocks = new ArrayList<>();
        if (done != Action.SHOWN) {
            blocks.add(new Block.Paragraph(
                    "Profile " + profile.name() + " is " + done.words + " " + style.shown(file) + "."));
        }
        if (done != Action.DELETED) {
            blocks.add(section(profile, style));
            if (done == Action.CREATED && isDefault(profile)) {
                blocks.add(
                        new Block.Paragraph("It is the default from now on: every command without -p uses it, and what"
                                + " it names outranks AZURE_* and ENTRA_* variables."));
            }
            String how = isDefault(profile) ? "" : " -p " + profile.name();
            blocks.add(new Block.Paragraph(
                    done == Action.SHOWN ? "In " + style.shown(file) + "." : "Next: scimdoctor check" + how));
        }
        return blocks;
    }

    /** The names alone, one a line. */
    public String names() {
        return profiles.stream().map(profile -> profile.name() + "\n").collect(Collectors.joining());
    }

    private Block section(Profile profile, Style style) {
        Facts facts = Facts.of(
                profile.values().entrySet(),
                entry -> entry.getKey().profileKey(),
                entry -> style.shown(ShownSetting.of(entry.getValue())));
        return new Block.Section(profile.name() + (isDefault(profile) ? "  (default)" : ""), facts);
    }

    public void json(Writer target) throws IOException {
        Documents.write(target, action == null ? "ProfileList" : "ProfileReport", json -> {
            json.field("file", file.handedOn());
            if (action == null) {
                json.field("defaultProfile", defaultProfile).list("profiles", profiles, this::content);
            } else {
                json.put("action", action).field("profile", profiles.get(0), this::content);
            }
        });
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
