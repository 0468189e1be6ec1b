package io.scimdoctor.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one user: what the user sets, what this program recorded, and what it can make again. They follow the XDG
 * Base Directory Specification 0.8, or are the platform's own.
 */
public enum UserFolder {
    CONFIG("XDG_CONFIG_HOME", ".config", "Library/Application Support", "APPDATA", ""),
    STATE("XDG_STATE_HOME", ".local/state", "Library/Application Support", "LOCALAPPDATA", ""),
    CACHE("XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA", "cache");

    private static final String NAME = "scimdoctor";

    private final String xdg;
    private final String belowHome;
    private final String onMac;
    private final String windowsVariable;
    private final String onWindows;

    UserFolder(String xdg, String belowHome, String onMac, String windowsVariable, String onWindows) {
        this.xdg = xdg;
        this.belowHome = belowHome;
        this.onMac = onMac;
        this.windowsVariable = windowsVariable;
        this.onWindows = onWindows;
    }

    /**
     * The folder, which need not exist yet, or nothing where the environment names no home.
     *
     * @param system the name of the operating system, as Java gives it
     */
    public Optional<Path> of(Map<String, String> variables, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        Optional<Path> named = absolute(variables.get(xdg));
        if (named.isPresent()) {
            return named.map(folder -> folder.resolve(NAME));
        }
        if (os.startsWith("windows")) {
            return absolute(variables.get(windowsVariable))
                    .map(folder -> folder.resolve(NAME).resolve(onWindows));
        }
        String below = os.startsWith("mac") ? onMac : belowHome;
        return absolute(variables.get("HOME")).map(home -> home.resolve(below).resolve(NAME));
    }

    /** A relative path in such a variable is invalid and ignored, as the specification asks. */
    private static Optional<Path> absolute(@Nullable String value) {
        try {
            Path path = Path.of(Objects.requireNonNullElse(value, ""));
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
