package io.scimdoctor.capture.container;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.LogWrapper;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.source.ByteSource.Chunk;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A log of docker, the journal or Splunk in which each line of a program is wrapped in JSON: what was printed is one text. */
public final class WrappedLines implements Form<ByteSource> {
    private static final int LONGEST_LINE = 16 * 1024 * 1024;
    /** Docker cuts longer lines and gives the pieces no end. */
    private static final int CUT_LINE = 16_000;

    @Override
    public boolean matches(ByteSource source) {
        if (!source.startsWith("{")) {
            return false;
        }
        String head = new String(source.head(), StandardCharsets.UTF_8);
        int end = head.indexOf('\n');
        return printed(end < 0 ? head : head.substring(0, end)) != null;
    }

    @Override
    public void read(ByteSource source, Intake intake) throws IOException {
        intake.stream(new Unwrapped(source));
    }

    /** What the program printed, with the end of its line, or null for a line that wraps nothing. */
    private static @Nullable String printed(String line) {
        if (!line.startsWith("{")) {
            return null;
        }
        JsonNode node;
        try {
            node = Json.read(line);
        } catch (IOException e) {
            return null;
        }
        boolean docker = node.path("log").isTextual() && (node.has("stream") || node.has("time"));
        boolean journal = node.has("MESSAGE") || node.path("result").has("_raw");
        String text = docker || journal ? LogWrapper.text(node) : null;
        if (text == null) {
            return null;
        }
        boolean whole = text.endsWith("\n") || (docker && text.length() > CUT_LINE);
        return whole ? text : text + "\n";
    }

    /** The lines as the program printed them, unwrapped while they are read. */
    private static final class Unwrapped extends InputStream {
        private final ByteSource source;
        private final Chunk chunk = new Chunk(LONGEST_LINE);
        private byte[] ready = new byte[0];
        private int next;

        Unwrapped(ByteSource source) {
            this.source = source;
        }

        private boolean more() throws IOException {
            while (next >= ready.length) {
                chunk.clear();
                if (!source.line(chunk)) {
                    return false;
                }
                String line = chunk.text();
                String printed = printed(line);
                ready = (printed == null ? line + "\n" : printed).getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return more() ? ready[next++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0 || !more()) {
                return length == 0 ? 0 : -1;
            }
            int count = Math.min(length, ready.length - next);
            System.arraycopy(ready, next, target, offset, count);
            next += count;
            return count;
        }
    }
}
