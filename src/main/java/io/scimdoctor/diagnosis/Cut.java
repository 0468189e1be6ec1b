package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.Observation;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body is not whole, most often because only a part of it was copied. What is whole may well have another
 * length than its header field says: captures are decoded, indented and masked.
 *
 * @param bytes how many bytes of the body are there
 * @param announced how many there should be, or 0 when that is not known
 * @param captured whether somebody copied it, and can copy it again
 */
public record Cut(int bytes, long announced, boolean captured) {
    /** Whether a sentence is the last one of a text is told by this many of its last characters. */
    private static final int TAIL = 6;

    /** What is missing of an answer, or null when nothing is known to be missing. */
    public static @Nullable Cut of(Observation seen) {
        Answered answer = seen.answer();
        if (answer == null) {
            return null;
        }
        String text = answer.body().strip();
        long announced = announced(answer);
        // An answer to HEAD announces the body that GET would get (RFC 9110, section 9.3.2), and so does 304.
        boolean bodiless = "HEAD".equals(seen.request().method()) || answer.status() == 304 || answer.status() == 204;
        boolean cut = text.isEmpty() ? announced > 0 && !bodiless : isCut(answer, text, announced);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        long whole = announced > bytes ? announced : 0;
        return cut ? new Cut(bytes, whole, seen.exchange().attempts().isEmpty()) : null;
    }

    private static boolean isCut(Answered answer, String text, long announced) {
        return switch (text.charAt(0)) {
            case '{', '[' -> Json.end(text, 0) < 0;
            case '<' -> text.contains("<html") && !text.contains("</html") && announced > text.length();
            default -> answer.truncated();
        };
    }

    private static long announced(Answered answer) {
        String length = answer.headers().first("content-length").orElse("").trim();
        return length.matches("[0-9]{1,11}") ? Long.parseLong(length) : 0;
    }

    /** Whether the cut goes through what decides: the sentence of the error, or all of it. */
    static boolean hidesMessage(Observation seen) {
        String message = seen.body().message();
        Answered answer = seen.answer();
        return message.isEmpty()
                || answer == null
                || answer.body().strip().endsWith(message.substring(Math.max(0, message.length() - TAIL)));
    }

    /** What is missing, in words. */
    public String text() {
        String again = captured ? "; copy the whole answer again" : "";
        if (bytes == 0) {
            return "missing: 0 of " + announced + " bytes" + again;
        }
        return "ends in the middle" + (announced > 0 ? ": " + bytes + " of " + announced : ", after " + bytes)
                + " bytes" + again;
    }
}
