package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as the wire, a document or the file of an HTTP client writes it: {@code GET https://…}, header lines, an empty
 * line, the body.
 *
 * @param end the line behind it
 */
record HttpMessage(Sent sent, int end) {
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
        while (at < lines.size() && (Texts.isHeaderLine(lines.get(at)) || isComment(lines.get(at)))) {
            Answers.header(draft.requestHeaders, isComment(lines.get(at)) ? "" : filled(lines.get(at), names));
            at++;
        }
        StringBuilder body = new StringBuilder();
        while (at < lines.size()
                && start(lines.get(at)) == null
                && !lines.get(at).startsWith("###")) {
            String line = lines.get(at++);
            if (!line.strip().startsWith("```")) {
                body.append(line).append('\n');
            }
        }
        draft.url = Answers.url(filled(target.toString(), names), draft.requestHeaders, "https");
        Sent sent = new Sent(draft, names);
        content(sent, body.toString().strip(), names);
        return new HttpMessage(sent, at);
    }

    /** A line such as {@code GET https://…/users?filter=id eq "…"}: documents print spaces as they are. */
    private static @Nullable Draft start(String line) {
        String text = line.strip();
        int space = text.indexOf(' ');
        if (space <= 0 || !Texts.isMethod(text.substring(0, space))) {
            return null;
        }
        String target = text.substring(space + 1).strip();
        int version = target.lastIndexOf(" HTTP/");
        target = version > 0 ? target.substring(0, version).strip() : target;
        if (!target.startsWith("/") && !target.contains("://") && !target.startsWith("{{")) {
            return null;
        }
        Draft draft = new Draft();
        draft.method = text.substring(0, space);
        draft.url = target;
        return draft;
    }

    private static void content(Sent sent, String text, Names names) {
        Draft draft = sent.draft();
        boolean written = "POST".equals(draft.method) || "PATCH".equals(draft.method);
        int script = text.indexOf("\n> {%");
        String body = script < 0 ? text : text.substring(0, script).strip();
        if (body.startsWith("< ") || body.startsWith("<@")) {
            sent.skips("the body");
        } else if (body.startsWith("{") || body.startsWith("[") || written) {
            draft.requestBody = filled(body, names);
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
        boolean definition = line.startsWith("@")
                && equals > 1
                && Texts.isFieldName(line.substring(1, equals).strip());
        if (definition) {
            names.put(
                    line.substring(1, equals).strip(),
                    new TextNode(filled(line.substring(equals + 1).strip(), names)));
        }
        return definition;
    }

    /** The text with the values of {@code {{name}}}; what is not known stays as it stands. */
    static String filled(String text, Names names) {
        int open = text.indexOf("{{");
        if (open < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (open >= 0) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 2, close).strip();
            filled.append(text, at, open).append(names.placeholder(name));
            at = close + 2;
            open = text.indexOf("{{", at);
        }
        return filled.append(text.substring(at)).toString();
    }

    /** Header fields with their variables filled in. */
    static List<Headers.Field> filled(List<Headers.Field> fields, Names names) {
        List<Headers.Field> filled = new ArrayList<>();
        for (Headers.Field field : fields) {
            filled.add(new Headers.Field(field.name(), filled(field.value(), names)));
        }
        return filled;
    }
}
