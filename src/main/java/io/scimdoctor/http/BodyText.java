package io.scimdoctor.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a body into text; bytes that fit no character become replacement characters. */
final class BodyText {
    private BodyText() {}

    /** A byte order mark outranks the header, the header outranks UTF-8. */
    static String of(byte[] body, @Nullable String contentType) {
        if (startsWith(body, 0xef, 0xbb, 0xbf)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(body, 0xfe, 0xff)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(body, 0xff, 0xfe)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
        }
        return new String(body, charset(contentType));
    }

    private static Charset charset(@Nullable String contentType) {
        if (contentType == null) {
            return StandardCharsets.UTF_8;
        }
        for (String parameter : contentType.split(";")) {
            String text = parameter.strip();
            if (text.toLowerCase(Locale.ROOT).startsWith("charset=")) {
                return named(
                        text.substring("charset=".length()).replace("\"", "").strip());
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            // An empty name on older Java versions.
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean startsWith(byte[] body, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= body.length || (body[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
