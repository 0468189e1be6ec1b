package io.scimdoctor.http;

import io.scimdoctor.exchange.TransportFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a body to its end and undoes its compression, neither beyond the bound. */
final class BodyReader {
    private static final int BUFFER = 16 * 1024;
    /** JSON lists shrink to a hundredth at best; deflate's limit is a thousandth. */
    private static final int MAX_RATIO = 500;

    private static final int RATIO_COUNTS_FROM = 1024 * 1024;

    private final int maxBytes;
    private long received;

    BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** How many bytes came, before decompression. */
    long received() {
        return received;
    }

    /** Reads what the peer sends, or fails as soon as it is too much. */
    byte[] readAll(InputStream input) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            received += count;
            if (received > maxBytes) {
                throw new CallFailure(
                        TransportFault.OVERSIZED_BODY,
                        "The body is larger than " + maxBytes + " bytes; it was dropped.");
            }
            all.write(buffer, 0, count);
        }
        return all.toByteArray();
    }

    /** Undoes the content codings, the last one first. An encoding that nobody asked for stays as it is. */
    byte[] decode(byte[] body, @Nullable String contentEncoding) throws IOException {
        byte[] decoded = body;
        List<String> codings = contentEncoding == null ? List.of() : List.of(contentEncoding.split(","));
        for (int i = codings.size() - 1; i >= 0; i--) {
            String coding = codings.get(i).strip().toLowerCase(Locale.ROOT);
            // A proxy may have unpacked the body and left the header in place.
            if (coding.matches("(x-)?gzip") && isGzip(decoded)) {
                decoded = inflate(new GZIPInputStream(new ByteArrayInputStream(decoded)), decoded.length);
            } else if (coding.equals("deflate") && decoded.length > 0) {
                decoded = deflated(decoded);
            }
        }
        return decoded;
    }

    private byte[] deflated(byte[] packed) throws IOException {
        boolean zlib = packed.length > 1
                && (packed[0] & 0x0f) == 8
                && ((packed[0] & 0xff) << 8 | (packed[1] & 0xff)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            return inflate(new InflaterInputStream(new ByteArrayInputStream(packed), inflater, BUFFER), packed.length);
        } finally {
            inflater.end();
        }
    }

    private byte[] inflate(InputStream input, int packedLength) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (input) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                all.write(buffer, 0, count);
                boolean steep = all.size() > RATIO_COUNTS_FROM && all.size() / packedLength > MAX_RATIO;
                if (all.size() > maxBytes || steep) {
                    throw new CallFailure(
                            TransportFault.GZIP_BOMB,
                            "The compressed body of " + packedLength + " bytes unpacks to more than " + (all.size() - 1)
                                    + " bytes; it was dropped.");
                }
            }
        } catch (EOFException e) {
            throw new CallFailure(
                    TransportFault.TRUNCATED_BODY,
                    "The compressed body ends in the middle of its " + packedLength + " bytes.");
        } catch (ZipException e) {
            throw new CallFailure(
                    TransportFault.MALFORMED_RESPONSE,
                    "The body says that it is compressed, but it cannot be unpacked.");
        }
        return all.toByteArray();
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 1 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    }
}
