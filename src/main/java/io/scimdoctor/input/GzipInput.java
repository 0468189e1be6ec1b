package io.scimdoctor.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip. The JDK's class calls itself for each empty member, so that a file of many would end in a stack
 * overflow.
 */
public final class GzipInput extends GZIPInputStream {
    private static final int DEEPEST = 100;

    private int depth;

    public GzipInput(InputStream packed) throws IOException {
        super(packed, 1 << 16);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (depth == DEEPEST) {
            throw new ZipException("too many empty members");
        }
        depth++;
        try {
            return super.read(buffer, offset, length);
        } finally {
            depth--;
        }
    }
}
