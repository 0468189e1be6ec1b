package io.scimdoctor.capture.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a capture as UTF-8 without a mark: unpacked, decoded, and with the first of them to look at. */
public final class ByteSource {
    private static final int BUFFER = 1 << 16;
    private static final int MAX_PACKINGS = 3;

    private byte[] buffer = new byte[BUFFER];
    private InputStream in;
    private int position;
    private int end;
    private boolean damaged;

    private ByteSource(InputStream in) {
        this.in = in;
    }

    public static ByteSource open(InputStream input) throws IOException {
        ByteSource source = new ByteSource(input);
        source.unpack();
        source.decode();
        return source;
    }

    public static ByteSource of(byte[] bytes, int from, int to) {
        ByteSource source = new ByteSource(new ByteArrayInputStream(bytes, from, to - from));
        source.fillCompletely();
        return source;
    }

    private void unpack() throws IOException {
        for (int i = 0; i < MAX_PACKINGS; i++) {
            byte[] start = in.readNBytes(4);
            in = new SequenceInputStream(new ByteArrayInputStream(start), in);
            if (start.length < 4 || (start[0] & 0xFF) != 0x1F || (start[1] & 0xFF) != 0x8B || start[2] != 8) {
                return;
            }
            try {
                in = new DamageTolerant(new GZIPInputStream(in, BUFFER));
            } catch (ZipException | EOFException e) {
                damaged = true;
                in = InputStream.nullInputStream();
            }
        }
    }

    private void decode() throws IOException {
        fill(0);
        int first = end > 0 ? buffer[0] & 0xFF : -1;
        int second = end > 1 ? buffer[1] & 0xFF : -1;
        if (first == 0xEF && second == 0xBB && end > 2 && (buffer[2] & 0xFF) == 0xBF) {
            position = 3;
        } else if (first == 0xFF && second == 0xFE) {
            transcode(2, false);
        } else if (first == 0xFE && second == 0xFF) {
            transcode(2, true);
        } else if (end > 3 && first > 0 && second == 0 && buffer[2] != 0 && buffer[3] == 0) {
            transcode(0, false);
        } else if (end > 3 && first == 0 && second > 0 && buffer[2] == 0 && buffer[3] != 0) {
            transcode(0, true);
        }
    }

    private void transcode(int from, boolean bigEndian) throws IOException {
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOfRange(buffer, from, end)), in);
        in = new Utf16Stream(rest, bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        position = 0;
        fill(0);
    }

    private void fill(int from) throws IOException {
        end = from;
        while (end < BUFFER) {
            int count = in.read(buffer, end, BUFFER - end);
            if (count < 0) {
                return;
            }
            end += count;
        }
    }

    private void fillCompletely() {
        try {
            fill(0);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /** What stands at the start; call it before anything is read. */
    public byte[] head() {
        return Arrays.copyOfRange(buffer, position, end);
    }

    /** Whether the input begins with a text; call it before anything is read. */
    public boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (position + i >= end || buffer[position + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The rest of the input as a stream. */
    public InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return ByteSource.this.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0 || peek() < 0) {
                    return length == 0 ? 0 : -1;
                }
                int count = Math.min(length, end - position);
                System.arraycopy(buffer, position, target, offset, count);
                position += count;
                return count;
            }
        };
    }

    /** Whether {@link #head()} is all there is. */
    public boolean headIsAll() {
        return end < BUFFER;
    }

    /** Whether packed data turned out to be cut off or broken. */
    public boolean isDamaged() {
        return damaged;
    }

    /** The next byte, or -1 at the end. */
    public int read() throws IOException {
        return position < end || more() ? buffer[position++] & 0xFF : -1;
    }

    /** The next byte without taking it, or -1 at the end. */
    public int peek() throws IOException {
        return position < end || more() ? buffer[position] & 0xFF : -1;
    }

    private boolean more() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        position = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    /** Adds the bytes up to the next line feed, which is taken but not added; false when there was nothing left. */
    public boolean line(Chunk chunk) throws IOException {
        if (peek() < 0) {
            return false;
        }
        while (true) {
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            chunk.add(buffer, start, position - start);
            if (position < end) {
                position++;
                return true;
            }
            if (!more()) {
                return true;
            }
        }
    }

    public int position() {
        return position;
    }

    public int end() {
        return end;
    }

    /** Takes the held bytes before a position. */
    public void skipTo(int newPosition) {
        position = newPosition;
    }

    /** Holds at least the next 16 KB, as far as there are so many, without taking any. */
    public byte[] hold() throws IOException {
        int kept = end - position;
        if (kept < BUFFER / 4 && position > 0) {
            System.arraycopy(buffer, position, buffer, 0, kept);
            position = 0;
            fill(kept);
        }
        return buffer;
    }

    /** Fills an array from an index on with the next bytes; returns the index behind the last one. */
    int readInto(byte[] target, int from, int to) throws IOException {
        int count = Math.min(end - position, to - from);
        System.arraycopy(buffer, position, target, from, count);
        position += count;
        int at = from + count;
        while (at < to) {
            int more = in.read(target, at, to - at);
            if (more < 0) {
                break;
            }
            at += more;
        }
        return at;
    }

    /** Everything up to a limit. */
    public byte[] rest(int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(32, end - position));
        while (bytes.size() < limit && peek() >= 0) {
            int count = Math.min(end - position, limit - bytes.size());
            bytes.write(buffer, position, count);
            position += count;
        }
        return bytes.toByteArray();
    }

    /** Treats packed data that ends too early or is broken as ended there, and remembers it. */
    private final class DamageTolerant extends InputStream {
        private final InputStream packed;

        DamageTolerant(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (damaged) {
                return -1;
            }
            try {
                return packed.read(target, offset, length);
            } catch (ZipException | EOFException e) {
                damaged = true;
                return -1;
            }
        }
    }

    /** A growing run of bytes that stops growing at its limit and says so. */
    public static final class Chunk {
        private final int limit;
        private byte[] bytes = new byte[1024];
        private int size;
        private boolean overlong;

        public Chunk(int limit) {
            this.limit = limit;
        }

        public void clear() {
            size = 0;
            overlong = false;
            if (bytes.length > 1 << 20) {
                bytes = new byte[1024];
            }
        }

        public void add(byte[] from, int offset, int count) {
            if (count > limit - size) {
                overlong = true;
            }
            if (overlong) {
                return;
            }
            reserve(size + count);
            System.arraycopy(from, offset, bytes, size, count);
            size += count;
        }

        public void add(int value) {
            if (size >= limit) {
                overlong = true;
            } else {
                reserve(size + 1);
                bytes[size++] = (byte) value;
            }
        }

        private void reserve(int needed) {
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(needed, bytes.length * 2L)));
            }
        }

        public boolean isOverlong() {
            return overlong;
        }

        int size() {
            return size;
        }

        public byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }

        public String text() {
            return new String(bytes, 0, size, StandardCharsets.UTF_8);
        }
    }

    /** Recodes UTF-16 to UTF-8; what is not valid becomes the replacement character. */
    private static final class Utf16Stream extends InputStream {
        private final Reader reader;
        private final char[] characters = new char[8192];
        private int held;
        private byte[] ready = new byte[0];
        private int next;

        Utf16Stream(InputStream in, Charset charset) {
            this.reader = new InputStreamReader(in, charset);
        }

        @Override
        public int read() throws IOException {
            return more() ? ready[next++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, ready.length - next);
            System.arraycopy(ready, next, target, offset, count);
            next += count;
            return count;
        }

        private boolean more() throws IOException {
            while (next >= ready.length) {
                int count = reader.read(characters, held, characters.length - held);
                int available = held + Math.max(count, 0);
                if (available == 0) {
                    return false;
                }
                // A pair of surrogates must not be torn apart.
                boolean keep = count > 0 && Character.isHighSurrogate(characters[available - 1]);
                int whole = keep ? available - 1 : available;
                ready = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
                next = 0;
                characters[0] = keep ? characters[whole] : 0;
                held = keep ? 1 : 0;
            }
            return true;
        }
    }
}
