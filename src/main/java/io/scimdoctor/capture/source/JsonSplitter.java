package io.scimdoctor.capture.source;

import io.scimdoctor.capture.source.ByteSource.Chunk;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the structure of a JSON text byte by byte and cuts single values out of it, so that a value with garbage in
 * it, or one too long to hold, does not take the rest of a capture with it.
 */
public final class JsonSplitter {
    private static final int LONGEST_KEY = 256;

    private final ByteSource source;
    private boolean cut;

    public JsonSplitter(ByteSource source) {
        this.source = source;
    }

    /** The next byte that is not white space, without taking it; -1 at the end. */
    public int next() throws IOException {
        int c = source.peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x1E) {
            source.read();
            c = source.peek();
        }
        return c;
    }

    /** Whether the text ended inside the last value. */
    public boolean wasCut() {
        return cut;
    }

    /** Takes the bracket that stands next. */
    public void enter() throws IOException {
        next();
        source.read();
    }

    /**
     * Inside an object, goes on to the next key and stops before its value.
     *
     * @return the key as written, or null at the end of the object or of the text
     */
    public @Nullable String key() throws IOException {
        int c = next();
        while (c >= 0 && c != '"' && c != '}') {
            source.read();
            c = next();
        }
        cut |= c < 0;
        if (c != '"') {
            source.read();
            return null;
        }
        Chunk name = new Chunk(LONGEST_KEY);
        string(name);
        if (next() == ':') {
            enter();
            next();
        }
        String written = name.text();
        return written.length() < 2 ? "" : written.substring(1, written.length() - 1);
    }

    /** Inside an array, goes on to the next element; false at the end of the array or of the text. */
    public boolean element() throws IOException {
        while (next() == ',') {
            source.read();
        }
        cut = next() < 0;
        if (cut || next() == ']') {
            source.read();
            return false;
        }
        return true;
    }

    /** Skips the next value. */
    public void skip() throws IOException {
        value(new Chunk(0));
    }

    /** Takes the text of the next value, whatever it is. */
    public void value(Chunk chunk) throws IOException {
        long depth = 0;
        int c = next();
        if (c != '{' && c != '[' && c != '"') {
            scalar(chunk);
            return;
        }
        do {
            c = source.peek();
            if (c == '"') {
                string(chunk);
            } else if (c < 0) {
                cut = true;
                return;
            } else {
                chunk.add(source.read());
                depth += c == '{' || c == '[' ? 1 : 0;
                depth -= c == '}' || c == ']' ? 1 : 0;
            }
        } while (depth > 0);
    }

    private void string(Chunk chunk) throws IOException {
        chunk.add(source.read());
        // A raw line feed is not legal in a string: a quote is missing, and the damage ends with the line.
        while (source.peek() >= 0 && source.peek() != '\n') {
            int c = source.read();
            chunk.add(c);
            if (c == '"') {
                return;
            }
            if (c == '\\' && source.peek() >= 0 && source.peek() != '\n') {
                chunk.add(source.read());
            }
        }
        cut |= source.peek() < 0;
    }

    private void scalar(Chunk chunk) throws IOException {
        // What stands first is taken in any case, so that garbage cannot stop the walk.
        for (int c = source.peek(); c >= 0; c = source.peek()) {
            chunk.add(source.read());
            if (",]}\n \r\t".indexOf(source.peek()) >= 0) {
                return;
            }
        }
        cut = true;
    }
}
