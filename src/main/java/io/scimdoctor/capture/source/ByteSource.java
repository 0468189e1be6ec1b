package io.scimdoctor.capture.source;

import io.scimdoctor.input.GzipInput;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;

/** The bytes of a capture as UTF-8 without a mark: unpacked, decoded, and with the first of them to look at. */
public final class ByteSource {
    private static final int BUFFER = 1 << 16;
    private static final int MAX_PACKINGS = 3;
    private static final int LOOK = 4096;

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

    public static ByteSource of(byte[] bytes) {
        ByteSource source = new ByteSource(InputStream.nullInputStream());
        source.buffer = bytes;
        source.end = bytes.length;
        return source;
    }

    private void unpack() throws IOException {
        for (int i = 0; i < MAX_PACKINGS; i++) {
            byte[] start = in.readNBytes(4);
            in = new SequenceInputStream(new ByteArrayInputStream(start), in);
            if (start.length < 4 || (start[0] & 0xFF) != 0x1F || (start[1] & 0xFF) != 0x8B || start[2] != 8) {
                return;
            }
            in = unpacked(in);
        }
    }

    /** Packed data that ends too early or is broken ends there, and this is remembered. */
    private InputStream unpacked(InputStream packed) throws IOException {
        byte[] block = new byte[BUFFER];
        try {
            InputStream plain = new GzipInput(packed);
            return new PieceStream(() -> {
                try {
                    return Arrays.copyOf(block, damaged ? 0 : Math.max(0, plain.read(block)));
                } catch (ZipException | EOFException e) {
                    damaged = true;
                    return new byte[0];
                }
            });
        } catch (ZipException | EOFException e) {
            damaged = true;
            return InputStream.nullInputStream();
        }
    }

    /** UTF-16 shows by its mark, or by the zeros beside plain characters. */
    private void decode() throws IOException {
        fill(0);
        String start = new String(buffer, 0, Math.min(end, 4), StandardCharsets.ISO_8859_1);
        boolean zeros = start.indexOf('\0') >= 0;
        if (start.startsWith("\u00FF\u00FE") || (zeros && start.matches("[^\0]\0[^\0]\0"))) {
            recode(StandardCharsets.UTF_16LE);
        } else if (start.startsWith("\u00FE\u00FF") || (zeros && start.matches("\0[^\0]\0[^\0]"))) {
            recode(StandardCharsets.UTF_16BE);
        }
        position = startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    }

    /** To UTF-8; what is not valid becomes the replacement character. */
    private void recode(Charset charset) throws IOException {
        byte[] start = Arrays.copyOf(buffer, end);
        Reader reader = new InputStreamReader(new SequenceInputStream(new ByteArrayInputStream(start), in), charset);
        char[] characters = new char[8192];
        in = new PieceStream(() -> {
            int count = Math.max(0, reader.read(characters, 0, characters.length - 1));
            // A pair of surrogates must not be torn apart.
            int second = count > 0 && Character.isHighSurrogate(characters[count - 1]) ? reader.read() : -1;
            if (second >= 0) {
                characters[count++] = (char) second;
            }
            return new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
        });
        fill(0);
    }

    private void fill(int from) throws IOException {
        end = from + in.readNBytes(buffer, from, BUFFER - from);
    }

    /** What stands at the start; call it before anything is read. */
    public byte[] head() {
        return Arrays.copyOfRange(buffer, position, end);
    }

    /** Whether the input begins with a text; call it before anything is read. */
    public boolean startsWith(String text) {
        byte[] start = text.getBytes(StandardCharsets.ISO_8859_1);
        int to = Math.min(end, position + start.length);
        return Arrays.equals(buffer, position, to, start, 0, start.length);
    }

    /** The rest of the input as a stream. */
    public InputStream stream() {
        return new PieceStream(() -> rest(BUFFER));
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
        boolean any = peek() >= 0;
        while (peek() >= 0) {
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            chunk.add(buffer, start, position - start);
            if (position < end) {
                position++;
                return true;
            }
        }
        return any;
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

    /** The line that stands next, or what is held of it, without taking it. */
    public String ahead() throws IOException {
        byte[] held = hold();
        int stop = position;
        while (stop < Math.min(end, position + LOOK) && held[stop] != '\n') {
            stop++;
        }
        return new String(held, position, stop - position, StandardCharsets.UTF_8);
    }

    /** Puts back what has been taken, to be read again. */
    public void putBack(byte[] bytes) {
        in = new SequenceInputStream(
                new SequenceInputStream(
                        new ByteArrayInputStream(bytes), new ByteArrayInputStream(buffer, position, end - position)),
                in);
        buffer = new byte[BUFFER];
        position = 0;
        end = 0;
    }

    /** Everything up to a limit. */
    public byte[] rest(int limit) throws IOException {
        Chunk chunk = new Chunk(limit);
        take(limit, chunk);
        return Arrays.copyOf(chunk.bytes, chunk.size);
    }

    /** Adds so many bytes, as far as there are as many. */
    public void take(int limit, Chunk chunk) throws IOException {
        int count;
        for (int left = limit; left > 0; left -= count) {
            if (position == end && left >= BUFFER) {
                count = chunk.read(in, BUFFER);
            } else {
                count = peek() < 0 ? 0 : Math.min(end - position, left);
                chunk.add(buffer, position, count);
                position += count;
            }
            if (count == 0) {
                return;
            }
        }
    }

    /** A growing run of bytes that stops growing at its limit and says so. */
    public static final class Chunk {
        private final int limit;
        private final int usual;
        private byte[] bytes;
        private int size;
        private boolean overlong;

        public Chunk(int limit) {
            this(limit, 1024);
        }

        /** @param usual what it mostly holds */
        public Chunk(int limit, int usual) {
            this.limit = limit;
            this.usual = Math.min(limit, usual);
            bytes = new byte[this.usual];
        }

        public void clear() {
            size = 0;
            overlong = false;
            if (bytes.length > 1 << 20) {
                bytes = new byte[usual];
            }
        }

        public void add(byte[] from, int offset, int count) {
            overlong |= count > limit - size;
            if (!overlong) {
                reserve(size + count);
                System.arraycopy(from, offset, bytes, size, count);
                size += count;
            }
        }

        /** Adds what the input has next, past any other buffer; how many bytes, or 0 at its end. */
        int read(InputStream in, int most) throws IOException {
            reserve(size + most);
            int count = Math.max(0, in.read(bytes, size, Math.min(most, bytes.length - size)));
            size += count;
            return count;
        }

        public void add(int value) {
            overlong |= size >= limit;
            if (!overlong) {
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

        /**
         * The bytes themselves, of which the first {@link #size()} count; the chunk must not change while they are in
         * use.
         */
        public byte[] held() {
            return bytes;
        }

        public int size() {
            return size;
        }

        public String text() {
            return new String(bytes, 0, size, StandardCharsets.UTF_8);
        }
    }
}
