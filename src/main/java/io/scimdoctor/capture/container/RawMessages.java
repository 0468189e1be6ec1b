package io.scimdoctor.capture.container;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.input.GzipInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts a call together from both of its messages as they went over the wire, chunked and packed as they were. */
final class RawMessages {
    private static final Pattern HEAD_END = Pattern.compile("\n\r?\n");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})[^\n]*+\n");
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private RawMessages() {}

    /** The messages are bytes, and so are the characters of the strings that they are taken apart as. */
    static Draft of(byte[] request, byte[] answer) {
        String wire = new String(request, StandardCharsets.ISO_8859_1);
        String[] sent = head(wire).split("\r?\n", -1);
        Draft started = Answers.request(sent[0]);
        Draft draft = started == null ? new Draft() : started;
        fields(sent, draft.requestHeaders);
        draft.url = draft.url == null ? null : Answers.url(draft.url, draft.requestHeaders, "https");
        String body = body(wire, draft.requestHeaders);
        draft.requestBody = body.isEmpty() ? null : body;
        String back = new String(answer, StandardCharsets.ISO_8859_1);
        String[] received = head(back).split("\r?\n", -1);
        draft.status = Texts.statusLine(received[0]);
        fields(received, draft.headers);
        draft.body = body(back, draft.headers);
        return draft;
    }

    /** Up to and without the first empty line. */
    private static String head(String message) {
        Matcher end = HEAD_END.matcher(message);
        return text(end.find() ? message.substring(0, end.start()) : message);
    }

    private static void fields(String[] lines, List<Headers.Field> fields) {
        Stream.of(lines).skip(1).forEach(line -> Answers.header(fields, line));
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    private static String body(String message, List<Headers.Field> fields) {
        Matcher end = HEAD_END.matcher(message);
        String body = end.find() ? message.substring(end.end()) : "";
        if (new Headers(fields).first("Transfer-Encoding").orElse("").contains("chunked")) {
            body = unchunked(body);
        }
        if (!body.startsWith("\u001F\u008B")) {
            return text(body);
        }
        byte[] packed = body.getBytes(StandardCharsets.ISO_8859_1);
        try (GzipInput in = new GzipInput(new ByteArrayInputStream(packed))) {
            return new String(in.readNBytes(LARGEST_BODY), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** The content of chunks (RFC 9112, section 7.1); what is not chunked after all stays as it is. */
    private static String unchunked(String body) {
        StringBuilder content = new StringBuilder();
        Matcher chunk = CHUNK.matcher(body);
        while (chunk.lookingAt()) {
            int end = chunk.end() + Integer.parseInt(chunk.group(1), 16);
            if (end == chunk.end() || end > body.length()) {
                break;
            }
            content.append(body, chunk.end(), end);
            chunk.region(Math.min(end + 2, body.length()), body.length());
        }
        return content.isEmpty() ? body : content.toString();
    }
}
