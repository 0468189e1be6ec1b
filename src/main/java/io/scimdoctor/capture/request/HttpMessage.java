package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A request as the wire, a document or the file of an HTTP client writes it: {@code GET https://…}, header lines, an empty
 * line, the body.
 *
 * @param end the line behind it
 */
record HttpMessage(Sent sent, int end) {
    private static final LatePattern START = LatePattern.of("([A-Z]{3,7}+) ++((?:/|\\{\\{|(?=.*://)).++)");

    /** What a file of hurl wants the answer to be. */
    private static final LatePattern WANTED = LatePattern.of("HTTP(?:/[\\d.]{1,3}+)? (?:[1-5]\\d\\d|\\*)\\s*+");

    /** Comments of .http files, the prompts of what is asked for, and the headings of hurl. */
    private static final LatePattern COMMENT = LatePattern.of("\\s*+(?:#|//|\\[[A-Z]\\w{3,19}+\\]\\s*+$)");

    /** The body of a .http file that stands in another file. */
    private static final String UNKNOWN = "< ";

    /** What a message begins with, and the line behind that. */
    record Start(Draft draft, int end) {}

    /** The message that begins on a line, or null. */
    static @Nullable HttpMessage at(List<String> lines, int first, Names names) {
        Start start = start(lines, first);
        if (start == null) {
            return null;
        }
        Draft draft = start.draft();
        int at = start.end();
        boolean named = !START.matcher(lines.get(first).strip()).matches();
        StringBuilder target = new StringBuilder(String.valueOf(draft.url));
        // The query may go on in lines of its own.
        while (at < lines.size() && lines.get(at).matches("\\s{1,40}[?&].{1,2000}")) {
            target.append(lines.get(at++).strip());
        }
        String url = names.filled(target.toString());
        while (at < lines.size() && isOfHead(lines, at, named ? draft : null)) {
            if (named || Labels.FIELDS.matcher(lines.get(at)).lookingAt()) {
                named = true;
                Labels.fields(draft, lines.get(at++));
            } else {
                at = field(lines, at, draft, names);
            }
        }
        StringBuilder body = new StringBuilder();
        while (at < lines.size() && !isBehind(lines, at)) {
            String line = lines.get(at).strip();
            boolean begun = !body.isEmpty();
            boolean fence = line.startsWith("```");
            // A document goes on behind what is sent, and behind the fields of what sends nothing.
            boolean ends = fence ? begun || !isSent(draft, line) : !begun && !line.isEmpty() && !isSent(draft, line);
            if (ends && !named) {
                break;
            }
            body.append(fence || (line.isEmpty() && !begun) ? "" : lines.get(at) + '\n');
            at++;
        }
        draft.url = Answers.url(url, draft.requestHeaders, "https");
        Sent sent = new Sent(draft, names);
        content(sent, unnamed(sent, body.toString().strip(), named), names);
        return new HttpMessage(sent, at);
    }

    /** Takes a field, which may go on in lines that are set in (RFC 9112, section 5.2); returns the line behind it. */
    private static int field(List<String> lines, int first, Draft draft, Names names) {
        StringBuilder field = new StringBuilder(isComment(lines.get(first)) ? "" : lines.get(first));
        int at = first + 1;
        while (at < lines.size() && lines.get(at).matches("[ \\t]{1,40}+[^\\s:{\\[#/][^\\s:]{0,9000}")) {
            field.append(' ').append(lines.get(at++).strip());
        }
        Answers.header(draft.requestHeaders, names.filled(field.toString()));
        return at;
    }

    /** A line such as {@code GET https://…/users?filter=id eq "…"}: documents print spaces as they are. */
    private static @Nullable Start start(List<String> lines, int at) {
        Matcher start = START.matcher(lines.get(at).strip());
        if (!start.matches() || !Texts.isMethod(start.group(1))) {
            return Labels.start(lines, at);
        }
        Draft draft = new Draft();
        draft.method = start.group(1);
        String target = start.group(2);
        int version = target.lastIndexOf(" HTTP/");
        draft.url = version > 0 ? target.substring(0, version).strip() : target;
        return new Start(draft, at + 1);
    }

    /** Whether a line is one of the fields; where names stand, up to the name of the body or what can only be a body. */
    private static boolean isOfHead(List<String> lines, int at, @Nullable Draft named) {
        String line = lines.get(at);
        String next = line.isBlank() && at + 1 < lines.size() ? lines.get(at + 1) : line;
        boolean field = named != null
                ? named.requestHeaders.isEmpty() || !(line.startsWith("{") || line.startsWith("["))
                : Texts.isHeaderLine(line)
                        || isComment(line)
                        || Labels.FIELDS.matcher(next).lookingAt();
        return field && !Labels.BODY.matcher(line).lookingAt() && !isBehind(lines, at);
    }

    private static boolean isBehind(List<String> lines, int at) {
        String line = lines.get(at);
        return line.startsWith("###")
                || WANTED.matcher(line).matches()
                || Texts.statusLine(line) != Draft.UNKNOWN
                || Labels.ANSWER.matcher(line).lookingAt()
                || start(lines, at) != null;
    }

    /** The body of a printed request, without what is printed behind it; who prints one may leave the token out, and more. */
    private static String unnamed(Sent sent, String told, boolean named) {
        Matcher name = Labels.BODY.matcher(told);
        if (!named && !name.lookingAt()) {
            return told;
        }
        String text = name.replaceFirst("").strip();
        if (sent.draft.requestHeaders.isEmpty()) {
            sent.skips("the header fields");
        }
        sent.added = true;
        int end = text.startsWith("{") ? Json.end(text, 0) : text.length();
        return !text.startsWith("{") && !text.startsWith("[") ? UNKNOWN : end > 0 ? text.substring(0, end) : text;
    }

    /** Whether a line can begin what a request sends. */
    private static boolean isSent(Draft draft, String line) {
        return "POST".equals(draft.method) || "PATCH".equals(draft.method) || "{[<".indexOf(line.charAt(0)) >= 0;
    }

    private static void content(Sent sent, String text, Names names) {
        Draft draft = sent.draft;
        int script = text.indexOf("\n> {%");
        String body = script < 0 ? text : text.substring(0, script).strip();
        boolean written = isSent(draft, " ");
        if (written && (body.startsWith(UNKNOWN) || body.startsWith("<@"))) {
            sent.skips("the body");
        } else if (body.startsWith("{") || body.startsWith("[") || written) {
            draft.requestBody = names.filled(body);
        }
    }

    /** Whether a line says nothing of the request. */
    static boolean isComment(String line) {
        return COMMENT.matcher(line).lookingAt();
    }

    /** Takes a line such as {@code @base = https://…}; false for any other. */
    static boolean define(String line, Names names) {
        int equals = line.indexOf('=');
        String name =
                line.startsWith("@") && equals > 1 ? line.substring(1, equals).strip() : "";
        boolean definition = Texts.isFieldName(name);
        if (definition) {
            names.put(name, new TextNode(names.filled(line.substring(equals + 1).strip())));
        }
        return definition;
    }
}
