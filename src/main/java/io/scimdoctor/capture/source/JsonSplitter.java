package io.scimdoctor.capture.source;

import io.scimdoctor.capture.source.ByteSource.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the structure of a JSON text byte by byte and cuts single values out of it, so that a value with garbage in
 * it, or one too long to hold, does not take the rest of a capture with it.
 */
public final class JsonSplitter {
    private static final int LONGEST_KEY = 256;

    private final ByteSource source;
    private int lines = 1;
    private boolean cut;

    public JsonSplitter(ByteSource source) {
        this.source = source;
    }

    /** The next byte that is not white space, without taking it; -1 at the end. */
    public int next() throws IOException {
        int c = source.peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x1E) {
            take();
            c = source.peek();
        }
        return c;
    }

    /** Takes one byte. */
    public int take() throws IOException {
        int c = source.read();
        if (c == '\n') {
            lines++;
        }
        return c;
    }

    /** The 1-based line that the next byte stands on. */
    public int line() {
        return lines;
    }

    /** Whether the text ended inside the last value. */
    public boolean wasCut() {
        return cut;
    }

    /**
     * Inside an object, goes on to the next key and stops before its value.
     *
     * @return the key as written, or null at the end of the object or of the text
     */
    @Nullable
    public String key() throws IOException {
        int c = next();
        while (c >= 0 && c != '"' && c != '}') {
            take();
            c = next();
        }
        if (c < 0) {
            cut = true;
            return null;
        }
        if (c == '}') {
            take();
            return null;
        }
        Chunk name = new Chunk(LONGEST_KEY);
        string(name);
        if (next() == ':') {
            take();
            next();
        }
        String written = name.text();
        return written.length() < 2 ? "" : written.substring(1, written.length() - 1);
    }

    /** Inside an array, goes on to the next element; false at the end of the array or of the text. */
    public boolean element() throws IOException {
        int c = next();
        while (c == ',') {
            take();
            c = next();
        }
        if (c == ']' || c < 0) {
            cut = c < 0;
            take();
            return false;
        }
        return true;
    }

    /** Takes the next value, whatever it is, and keeps its text when a chunk is given. */
    public void value(@Nullable Chunk chunk) throws IOException {
        int c = next();
        if (c == '{' || c == '[') {
            container(chunk);
        } else if (c == '"') {
            string(chunk);
        } else {
            scalar(chunk);
        }
    }

    private void container(@Nullable Chunk chunk) throws IOException {
        long depth = 0;
        do {
            int c = source.peek();
            if (c < 0) {
                cut = true;
                return;
            }
            if (c == '"') {
                string(chunk);
                continue;
            }
            keep(chunk, take());
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        } while (depth > 0);
    }

    private void string(@Nullable Chunk chunk) throws IOException {
        keep(chunk, take());
        while (true) {
            int c = source.peek();
            // A raw line feed is not legal in a string: a quote is missing, and the damage ends with the line.
            if (c == '\n') {
                return;
            }
            if (c < 0) {
                cut = true;
                return;
            }
            keep(chunk, take());
            if (c == '"') {
                return;
            }
            if (c == '\\' && source.peek() >= 0 && source.peek() != '\n') {
                keep(chunk, take());
            }
        }
    }

    private void scalar(@Nullable Chunk chunk) throws IOException {
        boolean first = true;
        for (int c = source.peek(); c >= 0; c = source.peek()) {
            if (!first && (c == ',' || c == ']' || c == '}' || c == '\n' || c == ' ' || c == '\r' || c == '\t')) {
                return;
            }
            keep(chunk, take());
            first = false;
        }
        cut = true;
    }

    private static void keep(@Nullable Chunk chunk, int c) {
        if (chunk != null) {
            chunk.add(c);
        }
    }

    /** A splitter over a text in memory. */
    static JsonSplitter of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new JsonSplitter(ByteSource.of(bytes, 0, bytes.length));
    }
}
