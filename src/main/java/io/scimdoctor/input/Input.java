package io.scimdoctor.input;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens what the user names as input; {@code -} is standard input. */
public record Input(Standard standard) {
    private static final int LARGEST_SMALL_FILE = 4 * 1024 * 1024;

    /** Gives standard input. */
    public interface Standard {
        InputStream in();

        /** What stands in place of a file of that name, or null for the file itself. */
        default @Nullable InputStream named(String name) {
            return null;
        }
    }

    /** @throws Stopped when there is no such file, or it cannot be read */
    public InputStream open(String name) throws IOException {
        if (name.equals("-")) {
            // Closing must not close the process's own stream.
            return new FilterInputStream(standard.in()) {
                @Override
                public void close() {}
            };
        }
        InputStream given = standard.named(name);
        if (given != null) {
            return given;
        }
        // java.io, because the channels of java.nio cost twenty classes more at each start.
        File file = new File(name);
        if (file.isDirectory()) {
            throw Stopped.usage(quoted(name) + " is a folder, not a file", "name the files in it");
        }
        if (!file.exists()) {
            throw Stopped.usage("there is no file " + quoted(name), "check the name and the folder");
        }
        try {
            InputStream stream = new FileInputStream(file);
            // A pipe has no length, and the plain stream asks for it.
            return file.isFile() ? stream : new BufferedInputStream(stream);
        } catch (FileNotFoundException e) {
            throw Stopped.usage(quoted(name) + " may not be read", "check its permissions");
        }
    }

    private static String quoted(String name) {
        return "'" + Redactor.seen(name) + "'";
    }

    /**
     * All files below a folder, in the order of the alphabet, without following links. Hidden ones are left out, and so is a
     * folder that may not be entered.
     */
    public static List<String> below(Path folder) {
        List<String> found = new ArrayList<>();
        if (!folder.toFile().canRead()) {
            throw Stopped.usage(
                    "'" + Redactor.fileName(folder.toString()) + "' may not be read", "check its permissions");
        }
        below(folder.toFile(), found);
        Collections.sort(found);
        return found;
    }

    private static void below(File folder, List<String> found) {
        File[] inside =
                folder.listFiles(file -> !file.getName().startsWith(".") && !Files.isSymbolicLink(file.toPath()));
        for (File file : inside == null ? new File[0] : inside) {
            if (file.isDirectory()) {
                below(file, found);
            } else if (file.isFile()) {
                found.add(file.getPath());
            }
        }
    }

    /**
     * Reads a small text file, such as one with a token or a secret.
     *
     * @throws Stopped when it is missing or far too large for one
     */
    public String small(String name) throws IOException {
        return text(smallBytes(name));
    }

    /**
     * Reads a small file that need not be text.
     *
     * @throws Stopped when it is missing or far too large
     */
    public byte[] smallBytes(String name) throws IOException {
        try (InputStream input = open(name)) {
            byte[] bytes = input.readNBytes(LARGEST_SMALL_FILE + 1);
            if (bytes.length > LARGEST_SMALL_FILE) {
                throw Stopped.usage(quoted(name) + " is larger than 4 MiB", "name a smaller file");
            }
            return bytes;
        }
    }

    /**
     * Reads a text that has to be at hand as a whole.
     *
     * @throws Stopped when it is longer than the limit
     */
    public static String all(InputStream input, int limit) throws IOException {
        byte[] bytes = input.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw Stopped.usage("the input is larger than " + limit / (1024 * 1024) + " MiB", "split it");
        }
        String text = text(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A reader for UTF-8 of any length; a byte order mark is skipped. */
    public static Reader reader(InputStream input) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }

    /** UTF-8, or UTF-16 when a byte order mark says so, as PowerShell writes it. */
    private static String text(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return new String(bytes, mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
}
