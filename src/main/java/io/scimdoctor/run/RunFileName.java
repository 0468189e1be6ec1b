package io.scimdoctor.run;

import io.scimdoctor.redact.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a run's file: when it was recorded and its id, such as {@code 20261125T093000.257Z_GUID.json}, so that names
 * sort by time. The time is that of recording and not of the calls, because an imported capture may be years old.
 */
public final class RunFileName {
    static final String SUFFIX = ".json";
    /** How the name of an unfinished file ends; nobody takes it for a run. */
    static final String TEMPORARY = ".tmp";

    private static final Pattern STEM = Pattern.compile("[0-9]{8}T[0-9]{6}\\.[0-9]{3}Z_[0-9A-Za-z-]+");

    private RunFileName() {}

    /** What stands before the suffix. */
    static String stem(Instant recorded, String id) {
        Instant second = recorded.truncatedTo(ChronoUnit.SECONDS);
        String millis = String.valueOf(1000 + recorded.get(ChronoField.MILLI_OF_SECOND));
        String time = second.toString().replace("-", "").replace(":", "").replace("Z", "");
        return time + "." + millis.substring(1) + "Z_" + id;
    }

    /** The part that names the run, in lower case; of a file with a strange name the whole name. */
    static String id(Path file) {
        String name = name(file);
        String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        return stem.substring(stem.indexOf('_') + 1).toLowerCase(Locale.ROOT);
    }

    /** When the run was recorded, or null when no store gave the file its name. */
    static @Nullable Instant recordedAt(Path file) {
        if (!isRun(file)) {
            return null;
        }
        try {
            return Instant.parse(name(file).replaceFirst("^(....)(..)(..T..)(..)(.*)_.*", "$1-$2-$3:$4:$5"));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether a store may have given the file its name. */
    static boolean isRun(Path file) {
        return isNamed(file, "", SUFFIX);
    }

    /** Whether a file was recorded after the time of a stem without an id. */
    static boolean isBefore(String stem, Path file) {
        return name(file).compareTo(stem) > 0 && !name(file).startsWith(stem);
    }

    /** The name as it may be shown: whole when a store gave it, and else as somebody typed it. */
    public static String shown(Path file) {
        String name = name(file);
        if (recordedAt(file) == null) {
            return Redactor.fileName(name);
        }
        return name.substring(0, name.indexOf('_') + 1) + Redactor.identifier(id(file)) + SUFFIX;
    }

    static boolean isTemporary(Path file) {
        return isNamed(file, ".", TEMPORARY);
    }

    private static boolean isNamed(Path file, String start, String end) {
        String name = name(file);
        return name.startsWith(start)
                && name.endsWith(end)
                && STEM.matcher(name)
                        .region(start.length(), name.length() - end.length())
                        .matches();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
