package io.scimdoctor.capture.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes that are made piece by piece while it is read. */
public final class PieceStream extends InputStream {
    /** Makes the next piece; an empty one is the end. */
    public interface Pieces {
        byte[] next() throws IOException;
    }

    private final Pieces pieces;
    private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);

    public PieceStream(Pieces pieces) {
        this.pieces = pieces;
    }

    private ByteArrayInputStream piece() throws IOException {
        if (piece.available() == 0) {
            piece = new ByteArrayInputStream(pieces.next());
        }
        return piece;
    }

    @Override
    public int read() throws IOException {
        return piece().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return length == 0 ? 0 : piece().read(target, offset, length);
    }
}
