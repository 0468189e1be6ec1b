package io.scimdoctor.capture.container;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.exchange.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Puts a call together from both of its messages as they went over the wire, chunked and packed as they were. */
final class RawMessages {
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private RawMessages() {}

    static Draft of(byte[] request, byte[] answer) {
        int head = head(request);
        String[] sent = text(request, 0, head).split("\r?\n", -1);
        Draft started = Answers.request(sent[0]);
        Draft draft = started == null ? new Draft() : started;
        fields(sent, draft.requestHeaders);
        draft.url = draft.url == null ? null : Answers.url(draft.url, draft.requestHeaders, "https");
        String body = body(request, head, draft.requestHeaders);
        draft.requestBody = body.isEmpty() ? null : body;
        int end = head(answer);
        String[] received = text(answer, 0, end).split("\r?\n", -1);
        draft.status = Texts.statusLine(received[0]);
        fields(received, draft.headers);
        draft.body = body(answer, end, draft.headers);
        return draft;
    }

    /** The end of the head: behind the first empty line. */
    private static int head(byte[] message) {
        for (int i = 0; i + 1 < message.length; i++) {
            boolean bare = message[i] == '\n' && message[i + 1] == '\n';
            if (bare || (message[i] == '\n' && message[i + 1] == '\r')) {
                return Math.min(message.length, i + (bare ? 2 : 3));
            }
        }
        return message.length;
    }

    private static void fields(String[] lines, List<Headers.Field> fields) {
        for (int i = 1; i < lines.length; i++) {
            Answers.header(fields, lines[i]);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    }

    private static String body(byte[] message, int start, List<Headers.Field> fields) {
        byte[] body = Arrays.copyOfRange(message, start, message.length);
        Headers headers = new Headers(fields);
        if (headers.first("Transfer-Encoding").orElse("").contains("chunked")) {
            body = unchunked(body);
        }
        boolean packed = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        if (packed) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = in.readNBytes(LARGEST_BODY);
            } catch (IOException e) {
                return "";
            }
        }
        return text(body, 0, body.length);
    }

    /** The content of chunks (RFC 9112, section 7.1); what is not chunked after all stays as it is. */
    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            int end = at;
            int size = 0;
            for (int digit = Character.digit(body[end], 16); digit >= 0 && end - at < 7; ) {
                size = size * 16 + digit;
                end++;
                digit = end < body.length ? Character.digit(body[end], 16) : -1;
            }
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (size == 0 || end + 1 + size > body.length) {
                break;
            }
            content.write(body, end + 1, size);
            at = end + 1 + size + 2;
        }
        return content.size() == 0 ? body : content.toByteArray();
    }
}
