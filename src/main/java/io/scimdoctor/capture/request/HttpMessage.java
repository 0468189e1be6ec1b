package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
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

    /** The message that begins on a line, or null. */
    static @Nullable HttpMessage at(List<String> lines, int first, Names names) {
        Draft draft = start(lines.get(first));
        if (draft == null) {
            return null;
        }
        int at = first + 1;
        StringBuilder target = new StringBuilder(String.valueOf(draft.url));
        // The query may go on in lines of its own.
        while (at < lines.size() && lines.get(at).matches("\\s{1,40}[?&].{1,2000}")) {
            target.append(lines.get(at++).strip());
        }
        String url = names.filled(target.toString());
        while (at < lines.size() && (Texts.isHeaderLine(lines.get(at)) || isComment(lines.get(at)))) {
            String field = isComment(lines.get(at)) ? "" : lines.get(at);
            at++;
            // A field may go on in lines that are set in (RFC 9112, section 5.2).
            while (at < lines.size() && lines.get(at).matches("[ \\t]{1,40}+[^\\s:{\\[#/][^\\s:]{0,9000}")) {
                field += " " + lines.get(at++).strip();
            }
            Answers.header(draft.requestHeaders, names.filled(field));
        }
        StringBuilder body = new StringBuilder();
        while (at < lines.size()
                && start(lines.get(at)) == null
                && Texts.statusLine(lines.get(at)) == Draft.UNKNOWN
                && !lines.get(at).startsWith("###")) {
            String line = lines.get(at++);
            if (!line.strip().startsWith("```")) {
                body.append(line).append('\n');
            }
        }
        draft.url = Answers.url(url, draft.requestHeaders, "https");
        Sent sent = new Sent(draft, names);
        content(sent, body.toString().strip(), names);
        return new HttpMessage(sent, at);
    }

    /** A line such as {@code GET https://…/users?filter=id eq "…"}: documents print spaces as they are. */
    private static @Nullable Draft start(String line) {
        Matcher start = START.matcher(line.strip());
        if (!start.matches() || !Texts.isMethod(start.group(1))) {
            return null;
        }
        Draft draft = new Draft();
        draft.method = start.group(1);
        String target = start.group(2);
        int version = target.lastIndexOf(" HTTP/");
        draft.url = version > 0 ? target.substring(0, version).strip() : target;
        return draft;
    }

    private static void content(Sent sent, String text, Names names) {
        Draft draft = sent.draft;
        boolean written = "POST".equals(draft.method) || "PATCH".equals(draft.method);
        int script = text.indexOf("\n> {%");
        String body = script < 0 ? text : text.substring(0, script).strip();
        if (body.startsWith("< ") || body.startsWith("<@")) {
            sent.skips("the body");
        } else if (body.startsWith("{") || body.startsWith("[") || written) {
            draft.requestBody = names.filled(body);
        }
    }

    /** Comments of .http files, and the prompts of what is asked for. */
    static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("//");
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
