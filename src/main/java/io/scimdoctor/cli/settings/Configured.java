package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.config.ConfigFault;
import io.scimdoctor.config.ConfigFile;
import io.scimdoctor.config.ConfigReader;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Profile;
import io.scimdoctor.config.Settings;
import io.scimdoctor.config.ShownSetting;
import io.scimdoctor.config.UserFolder;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file of a command line and the profile that it selects.
 *
 * @param named the file that {@code --config} names, or null
 * @param selected the profile that {@code --profile} names, or null
 */
public record Configured(
        Environment environment,
        @Nullable String named,
        @Nullable String selected) {
    static final String FILE_VARIABLE = "SCIMDOCTOR_CONFIG";
    static final String PROFILE_VARIABLE = "SCIMDOCTOR_PROFILE";
    public static final String NAME = "config.toml";

    public static Configured of(Invocation invocation) {
        return new Configured(invocation.environment(), invocation.text("--config"), invocation.text("--profile"));
    }

    /**
     * The settings of all sources. A profile belongs to the commands that have an option for it; the simulator needs none,
     * unless one is named.
     *
     * @throws Stopped when the configuration file is wrong, or holds no such profile
     */
    public static Settings settings(Invocation invocation) {
        boolean chosen = invocation.flag("--profile") || invocation.flag("--config");
        boolean profiled = invocation.has("--profile") && (chosen || !invocation.flag("--simulate"));
        return new Settings(
                invocation.flags(),
                invocation.environment().variables(),
                profiled ? of(invocation).profile() : null);
    }

    /** The file that is named, or the platform's; null where the environment names no home. */
    @Nullable
    ConfigFile file() {
        String name = name();
        if (name == null) {
            return environment
                    .folder(UserFolder.CONFIG)
                    .map(folder -> new ConfigFile(folder.resolve(NAME)))
                    .orElse(null);
        }
        try {
            return new ConfigFile(Path.of(name));
        } catch (InvalidPathException e) {
            throw Stopped.usage(source() + " names no possible file", "check the name");
        }
    }

    /** The file, which may still have to be made. */
    ConfigFile requireFile() {
        ConfigFile file = file();
        if (file == null) {
            throw Stopped.usage("there is no folder for the configuration file", "name one with --config FILE");
        }
        return file;
    }

    /** What the file says; nothing when there is none and none is named. */
    Configuration read() {
        ConfigFile file = file();
        if (file == null || !file.exists()) {
            if (name() != null) {
                throw Stopped.usage(
                        "there is no file " + shown(name()).seen() + ", which " + source() + " names",
                        "scimdoctor profile set NAME makes it");
            }
            return Configuration.EMPTY;
        }
        try {
            return read(file, file.text());
        } catch (IOException e) {
            throw Stopped.usage(
                    "the configuration file " + shown(file.path().toString()).seen() + " cannot be read",
                    "check that it is a text file in UTF-8, and its permissions");
        }
    }

    /** What the file says, for a command that makes it when there is none. */
    Configuration readOrEmpty() {
        return requireFile().exists() ? read() : Configuration.EMPTY;
    }

    /** @throws Stopped with line and column, for the first thing that is wrong in it */
    Configuration read(ConfigFile file, String text) {
        ConfigReader.Reading reading = ConfigReader.read(text);
        if (reading.faults().isEmpty()) {
            return reading.configuration();
        }
        ConfigFault first = reading.faults().get(0);
        int more = reading.faults().size() - 1;
        throw Stopped.usage(
                shown(file.path().toString()).seen() + ", line " + first.line() + ", column " + first.column() + ": "
                        + first.message() + (more == 0 ? "" : " (and " + more + " more)"),
                first.hint());
    }

    /** The profile that is named, or the file's default one, or null. Files that it names lie beside the file or at home. */
    public @Nullable Profile profile() {
        Configuration configuration = read();
        String name = chosen(configuration);
        return name == null ? null : resolved(require(configuration, name));
    }

    /** The name of the profile that is in use, or null. */
    @Nullable
    String chosen(Configuration configuration) {
        if (selected != null) {
            return selected;
        }
        String variable = environment.variable(PROFILE_VARIABLE).trim();
        return variable.isEmpty() ? configuration.defaultProfile() : variable;
    }

    /** @throws Stopped when there is no such profile */
    Profile require(Configuration configuration, String name) {
        Profile profile = configuration.profiles().get(name);
        if (profile != null) {
            return profile;
        }
        String hint = configuration.profiles().isEmpty()
                ? "scimdoctor profile set NAME makes one"
                : "scimdoctor profile list names them";
        throw Stopped.usage(
                "there is no profile '" + Redactor.seen(name) + "'",
                Nearest.hint(name, configuration.profiles().keySet(), hint));
    }

    private Profile resolved(Profile profile) {
        Map<Key, String> values = new EnumMap<>(Key.class);
        profile.values().forEach((key, value) -> values.put(key, key.isFile() ? path(value) : value));
        return new Profile(profile.name(), values);
    }

    private String path(String value) {
        String home = environment.variable("HOME");
        try {
            if (value.startsWith("~/") && !home.isEmpty()) {
                return Path.of(home).resolve(value.substring(2)).toString();
            }
            Path folder = requireFile().path().toAbsolutePath().getParent();
            return folder == null ? value : folder.resolve(value).toString();
        } catch (InvalidPathException e) {
            return value;
        }
    }

    /** A file's name, short where it lies at home. */
    Told shown(@Nullable String path) {
        String name = String.valueOf(path);
        String home = environment.variable("HOME");
        boolean below = !home.isEmpty() && name.startsWith(home + "/");
        return below ? ShownSetting.of(name.substring(home.length())).between("~", "") : ShownSetting.of(name);
    }

    private @Nullable String name() {
        String variable = environment.variable(FILE_VARIABLE).trim();
        return named != null || variable.isEmpty() ? named : variable;
    }

    private String source() {
        return named == null ? FILE_VARIABLE : "--config";
    }
}
