package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.NoAnswer;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A body that stands somewhere in a text: an object whose shape says that it is one, never the first brace.
 *
 * @param start where it begins
 * @param end the position behind it
 * @param text the body as JSON
 */
record PrintedBody(int start, int end, String text, BodyShape shape) {
    /** How much work a search may take: objects stand in objects, and each is tried. */
    private static final int EFFORT = 16;

    private static final int LEAST_EFFORT = 100_000;
    private static final int LONGEST_ESCAPED = 1 << 20;
    private static final int MOST_ESCAPES = 3;
    private static final String ERROR = "\"error\":";

    /** How far before an object its status may stand. */
    private static final int NEAR = 200;

    private static final LatePattern LABEL = LatePattern.of(PrintedError.FORMS.get("LABEL"));

    private static final LatePattern FAILED = LatePattern.of(PrintedError.FORMS.get("FAILED"));

    /** A line that names a call, and is no part of anything printed. */
    private static final Sieve CALL = new Sieve(PrintedError.FORMS.get("CALL"));

    /** All bodies of a text, in its order. */
    static List<PrintedBody> find(String text) {
        List<PrintedBody> found = new ArrayList<>();
        long effort = LEAST_EFFORT + (long) EFFORT * text.length();
        int position = text.indexOf('{');
        Part part = new Part(text, 0, 0, 0);
        while (position >= 0 && effort > 0) {
            int behind = position + 1;
            part = part.end() > position ? part : Part.at(text, position, part.call());
            if (mayStart(text, position)) {
                Attempt attempt = attempt(part.text(), position - part.start());
                effort -= Math.max(8, attempt.effort());
                PrintedBody body = attempt.body();
                if (body != null) {
                    behind = part.start() + body.end();
                    found.add(new PrintedBody(part.start() + body.start(), behind, body.text(), body.shape()));
                }
            }
            position = text.indexOf('{', behind);
        }
        return found;
    }

    /**
     * A body that a console or a mail wrapped, or a language printed, as the JSON that it was; any other as it is, and so one
     * that is cut off, which has to be seen.
     */
    static String mended(String body) {
        if (!body.startsWith("{")
                || body.indexOf('\n') < 0
                || Json.readLeniently(body).complete()) {
            return body;
        }
        PrintedBody whole = attempt(body, 0).body();
        return whole == null || Json.end(whole.text(), 0) < 0 ? body : whole.text();
    }

    /**
     * How far a body may go: in the record of a log up to the next one, else up to a line that begins with another call.
     *
     * @param end up to where no other part has to be looked for
     * @param call where the next such line begins
     */
    private record Part(String text, int start, int end, int call) {
        static Part at(String text, int position, int known) {
            Matcher named = known > position ? null : CALL.in(text, position);
            int call = known > position ? known : named == null ? text.length() : named.start();
            int next = Math.min(call, Texts.recordEnd(text, position, text.length()));
            int start = text.lastIndexOf('\n', position) + 1;
            int line = text.indexOf('\n', position);
            return next < text.length()
                    ? new Part(text.substring(start, next), start, next, call)
                    : new Part(text, 0, line < 0 ? text.length() : line, call);
        }
    }

    private record Attempt(@Nullable PrintedBody body, int effort) {}

    private static boolean mayStart(String text, int position) {
        boolean variable = position > 0 && (text.charAt(position - 1) == '$' || text.charAt(position - 1) == '@');
        int next = position + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean name = next < text.length()
                && (Character.isLetter(text.charAt(next)) || "\"'\\:".indexOf(text.charAt(next)) >= 0);
        return name && !variable;
    }

    private static Attempt attempt(String text, int position) {
        if (!isEscaped(text, position)) {
            LooseObject.Found found = LooseObject.at(text, position);
            return new Attempt(body(text, found, position, found.end()), found.end() - position);
        }
        Unescaped inner = Unescaped.of(text, position);
        String plain = inner.text;
        for (int i = 1; i < MOST_ESCAPES && isEscaped(plain, 0); i++) {
            plain = Unescaped.of(plain, 0).text;
        }
        LooseObject.Found found = LooseObject.at(plain, 0);
        int end = plain.equals(inner.text) ? inner.place(found.end()) : inner.place(inner.text.length());
        return new Attempt(body(text, found, position, end), inner.text.length());
    }

    /** Whether the first name stands in quotes that are escaped. */
    private static boolean isEscaped(String text, int position) {
        int next = position + 1;
        while (next + 1 < text.length()) {
            char c = text.charAt(next);
            if (c == '\\' && "nrt".indexOf(text.charAt(next + 1)) >= 0) {
                next += 2;
            } else if (Character.isWhitespace(c)) {
                next++;
            } else {
                return c == '\\';
            }
        }
        return false;
    }

    /** Whether nothing but blanks stands before a place of a line. */
    private static boolean isFirst(String text, int place) {
        int blank = Texts.blankFrom(text, place);
        return blank == 0 || text.substring(blank, place).indexOf('\n') >= 0;
    }

    private static @Nullable PrintedBody body(String text, LooseObject.Found read, int start, int end) {
        JsonNode found = read.node();
        // Without the brace around an error its name begins the line.
        int at = Texts.blankFrom(text, start) - ERROR.length();
        boolean named = found != null && text.startsWith(ERROR, at) && isFirst(text, at) && BodyShape.isDetail(found);
        JsonNode node = named ? JsonNodeFactory.instance.objectNode().set("error", found) : found;
        // Node prints a list that stands deep as its kind; but for SCIM's errors, what has these fields has no schemas.
        String schema = found == null ? "" : found.path("schemas").path(0).asText();
        if (schema.equals("Array") && found instanceof ObjectNode error && found.has("detail")) {
            error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        }
        BodyShape shape = node == null ? BodyShape.OTHER : BodyShape.of(node);
        boolean said = shape == BodyShape.OTHER && !read.cut() && node != null && BodyShape.isSaid(node);
        shape = said && isBehindStatus(text, start) ? BodyShape.ERROR : shape;
        // What a program gives a name is data of its own, unless it is an error.
        boolean own = shape == BodyShape.SUCCESS && text.startsWith(" = {", start - 3);
        // A summary tells again how a long line begins.
        boolean begun =
                read.cut() && text.startsWith("...", end - 3) && node != null && node.findValue("message") == null;
        boolean stub = node != null && NoAnswer.isStub(node);
        shape = stub ? BodyShape.OTHER : shape;
        return node == null || own || begun || (shape == BodyShape.OTHER && !stub)
                ? null
                : new PrintedBody(start, end, written(node, read.cut()), shape);
    }

    /** Whether nothing but the status of a failure stands before an object, on its line or on the one above. */
    private static boolean isBehindStatus(String text, int start) {
        String front = LABEL.matcher(text.substring(Math.max(0, start - NEAR), start))
                .replaceFirst("")
                .stripTrailing();
        return FAILED.matcher(front.substring(front.lastIndexOf('\n') + 1)).matches();
    }

    /** An object as JSON, without its last brace if that did not come. */
    private static String written(JsonNode node, boolean cut) {
        String whole = JsonWriter.compactText(node);
        return cut ? whole.substring(0, whole.length() - 1) : whole;
    }

    /** A text that stands escaped inside another, up to the quote that ends it. */
    private record Unescaped(String text, List<Integer> places) {
        static Unescaped of(String raw, int start) {
            StringBuilder plain = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            int limit = Math.min(raw.length(), start + LONGEST_ESCAPED);
            int i = start;
            while (i < limit && raw.charAt(i) != '"') {
                places.add(i);
                char c = raw.charAt(i++);
                if (c == '\\' && i < limit) {
                    c = raw.charAt(i++);
                    boolean quote = c == 'u' && raw.startsWith("0022", i);
                    i += quote ? 4 : 0;
                    c = quote ? '"' : c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
                }
                plain.append(c);
            }
            places.add(i);
            return new Unescaped(plain.toString(), places);
        }

        int place(int position) {
            return places.get(Math.min(position, text.length()));
        }
    }
}
