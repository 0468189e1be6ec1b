package io.scimdoctor.http;

import static io.scimdoctor.exchange.TransportFault.GZIP_BOMB;
import static io.scimdoctor.exchange.TransportFault.MALFORMED_RESPONSE;
import static io.scimdoctor.exchange.TransportFault.OVERSIZED_BODY;
import static io.scimdoctor.exchange.TransportFault.TRUNCATED_BODY;

import io.scimdoctor.exchange.CallFailure;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.input.GzipInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ContentType;
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

    /** The text of a body with these headers. */
    String read(InputStream input, Headers headers) throws IOException {
        byte[] body = decode(readAll(input), headers.all("Content-Encoding"));
        return text(body, headers.first("Content-Type").orElse(null));
    }

    /** Reads what the peer sends, or fails as soon as it is too much. */
    private byte[] readAll(InputStream input) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            received += count;
            if (received > maxBytes) {
                throw new CallFailure(
                        OVERSIZED_BODY, "The body is larger than " + maxBytes + " bytes; it was dropped.");
            }
            all.write(buffer, 0, count);
        }
        return all.toByteArray();
    }

    /** Undoes the content codings, the last one first. An encoding that nobody asked for stays as it is. */
    private byte[] decode(byte[] body, String contentEncoding) throws IOException {
        byte[] decoded = body;
        String[] codings = contentEncoding.split(",");
        for (int i = codings.length - 1; i >= 0; i--) {
            String coding = codings[i].strip().toLowerCase(Locale.ROOT);
            // A proxy may have unpacked the body and left the header in place.
            if (coding.matches("(x-)?gzip") && decoded.length > 1 && word(decoded) == 0x1f8b) {
                decoded = inflate(new GzipInput(new ByteArrayInputStream(decoded)), decoded.length);
            } else if (coding.equals("deflate") && decoded.length > 0) {
                boolean zlib = decoded.length > 1 && (decoded[0] & 0x0f) == 8 && word(decoded) % 31 == 0;
                InputStream packed = new ByteArrayInputStream(decoded);
                decoded = inflate(new InflaterInputStream(packed, new Inflater(!zlib)), decoded.length);
            }
        }
        return decoded;
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
                            GZIP_BOMB,
                            "The compressed body of " + packedLength + " bytes unpacks to more than " + (all.size() - 1)
                                    + " bytes; it was dropped.");
                }
            }
        } catch (EOFException e) {
            throw new CallFailure(
                    TRUNCATED_BODY, "The compressed body ends in the middle of its " + packedLength + " bytes.");
        } catch (ZipException e) {
            throw new CallFailure(
                    MALFORMED_RESPONSE, "The body says that it is compressed, but it cannot be unpacked.");
        }
        return all.toByteArray();
    }

    private static int word(byte[] body) {
        return (body[0] & 0xff) << 8 | (body[1] & 0xff);
    }

    /** The text of a body: a byte order mark outranks the header, the header outranks UTF-8. */
    private static String text(byte[] body, @Nullable String contentType) {
        int first = body.length > 1 ? word(body) : 0;
        if (first == 0xefbb && body.length > 2 && (body[2] & 0xff) == 0xbf) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (first == 0xfeff || first == 0xfffe) {
            // This charset reads the mark and leaves it out.
            return new String(body, StandardCharsets.UTF_16);
        }
        try {
            ContentType type = ContentType.parseLenient(contentType);
            return new String(body, ContentType.getCharset(type, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // No charset can have the name that the header gives.
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
