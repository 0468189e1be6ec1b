package io.scimdoctor.cli.process;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
import org.jspecify.annotations.Nullable;

/** Opens what the user names as input; {@code -} is standard input. */
public final class Input {
    private static final int LONGEST_LINE = 4096;
    private static final int LARGEST_SMALL_FILE = 4 * 1024 * 1024;

    private Input() {}

    /** @throws Stopped when there is no such file, or it cannot be read */
    public static InputStream open(Environment environment, String name) throws IOException {
        if (name.equals("-")) {
            // Closing must not close the process's own stream.
            return new FilterInputStream(environment.source().in()) {
                @Override
                public void close() {}
            };
        }
        // java.io, because the channels of java.nio cost twenty classes more at each start.
        File file = new File(name);
        String shown = "'" + Redactor.fileName(name) + "'";
        if (file.isDirectory()) {
            throw Stopped.usage(shown + " is a folder, not a file", "name the files in it");
        }
        if (!file.exists()) {
            throw Stopped.usage("there is no file " + shown, "check the name and the folder");
        }
        try {
            InputStream stream = new FileInputStream(file);
            // A pipe has no length, and the plain stream asks for it.
            return file.isFile() ? stream : new BufferedInputStream(stream);
        } catch (FileNotFoundException e) {
            throw Stopped.usage(shown + " may not be read", "check its permissions");
        }
    }

    /**
     * Reads a small text file, such as one with a token or a secret.
     *
     * @throws Stopped when it is missing or far too large for one
     */
    public static String small(Environment environment, String name) throws IOException {
        return text(smallBytes(environment, name));
    }

    /**
     * Reads a small file that need not be text.
     *
     * @throws Stopped when it is missing or far too large
     */
    public static byte[] smallBytes(Environment environment, String name) throws IOException {
        try (InputStream input = open(environment, name)) {
            byte[] bytes = input.readNBytes(LARGEST_SMALL_FILE + 1);
            if (bytes.length > LARGEST_SMALL_FILE) {
                throw Stopped.usage("'" + Redactor.fileName(name) + "' is larger than 4 MiB", "name a smaller file");
            }
            return bytes;
        }
    }

    /** What somebody answers in one line on standard input, or null at its end. Nothing behind the line is read. */
    public static @Nullable String line(Environment environment) throws IOException {
        InputStream in = environment.source().answers();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && line.size() < LONGEST_LINE) {
            line.write(c);
            c = in.read();
        }
        return line.toString(StandardCharsets.UTF_8).trim();
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

    /** A reader for UTF-8 of any length; a byte order mark is passed over. */
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
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
