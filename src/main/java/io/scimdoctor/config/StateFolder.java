package io.scimdoctor.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where this program keeps what it recorded: {@code XDG_STATE_HOME} (XDG Base Directory Specification 0.8), or the
 * platform's own place.
 */
public final class StateFolder {
    private static final String NAME = "scimdoctor";

    private StateFolder() {}

    /**
     * The folder, which need not exist yet, or nothing where the environment names no home.
     *
     * @param system the name of the operating system, as Java gives it
     */
    public static Optional<Path> of(Map<String, String> variables, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        Optional<Path> xdg = absolute(variables.get("XDG_STATE_HOME"));
        if (xdg.isPresent()) {
            return xdg.map(folder -> folder.resolve(NAME));
        }
        if (os.startsWith("windows")) {
            return absolute(variables.get("LOCALAPPDATA")).map(folder -> folder.resolve(NAME));
        }
        String below = os.startsWith("mac") ? "Library/Application Support" : ".local/state";
        return absolute(variables.get("HOME")).map(home -> home.resolve(below).resolve(NAME));
    }

    /** A relative path in such a variable is invalid and ignored, as the specification asks. */
    private static Optional<Path> absolute(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
