package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what is copied out of Postman's console or a browser's network pane: titled sections of headers and bodies. */
public final class PostmanText extends LineForm {
    private enum Section {
        START,
        REQUEST_HEADERS,
        REQUEST_BODY,
        RESPONSE_HEADERS,
        RESPONSE_BODY,
        OTHER
    }

    private final List<Draft> calls = new ArrayList<>();
    private Draft draft = new Draft();
    private final StringBuilder requestBody = new StringBuilder();
    private final StringBuilder responseBody = new StringBuilder();

    static boolean isIn(List<String> lines) {
        for (String line : lines) {
            Section section = section(line, Section.OTHER);
            boolean quoted =
                    line.strip().startsWith("\"Response ") || line.strip().startsWith("\"Request Headers\"");
            if ((section != Section.OTHER && section != Section.REQUEST_BODY) || quoted) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean matches(List<String> lines) {
        return !Transcript.isVerbose(lines) && isIn(lines);
    }

    @Override
    List<Draft> drafts(List<String> lines, Intake intake) {
        return new PostmanText().read(lines);
    }

    private List<Draft> read(List<String> lines) {
        Section section = Section.START;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Section next = section(line, section);
            if (section != Section.START && isCall(line)) {
                close();
                section = Section.START;
                line(section, line);
            } else if (next != section || isTitle(line)) {
                section = next;
            } else if (line.strip().equals("{") || line.endsWith(": {")) {
                i = tree(lines, i, section);
            } else {
                line(section, line);
            }
        }
        close();
        return calls;
    }

    private void close() {
        if (!requestBody.toString().isBlank()) {
            draft.requestBody = requestBody.toString().strip();
        }
        draft.body = draft.body.isEmpty() ? responseBody.toString().strip() : draft.body;
        if (draft.status != Draft.UNKNOWN || !draft.body.isEmpty() || !draft.headers.isEmpty()) {
            calls.add(draft);
        }
        draft = new Draft();
        requestBody.setLength(0);
        responseBody.setLength(0);
    }

    /** The sections as the fields of an object behind the line of the call; returns its last line. */
    private int tree(List<String> lines, int first, Section section) {
        String text = String.join("\n", lines.subList(first, lines.size()));
        int brace = text.indexOf('{');
        int end = Json.end(text, brace);
        JsonNode node = Json.readLeniently(text.substring(brace, end < 0 ? text.length() : end))
                .node();
        if (!node.has("Response Headers") && !node.has("Response Body")) {
            line(section, lines.get(first));
            return first;
        }
        line(section, lines.get(first).replaceFirst(":? ?\\{$", ""));
        Draft tree = CallRecord.draft(node);
        draft.requestHeaders.addAll(tree.requestHeaders);
        draft.headers.addAll(tree.headers);
        draft.body = tree.body;
        draft.requestBody = tree.requestBody;
        int last = first;
        for (int i = 0; i < (end < 0 ? text.length() : end); i++) {
            last += text.charAt(i) == '\n' ? 1 : 0;
        }
        return last;
    }

    /** {@code GET https://…} at the beginning of a line. */
    private static boolean isCall(String line) {
        String text = line.strip();
        int space = text.indexOf(' ');
        return space > 0 && Texts.isMethod(text.substring(0, space)) && Texts.isUrl(text.substring(space + 1));
    }

    private static String title(String line) {
        String text = line.trim();
        while (!text.isEmpty() && !Character.isLetter(text.charAt(0))) {
            text = text.substring(1);
        }
        return Texts.lower(text.endsWith(":") ? text.substring(0, text.length() - 1) : text);
    }

    private static boolean isTitle(String line) {
        return section(line, Section.START) != Section.START;
    }

    private static Section section(String line, Section current) {
        if (line.length() > 24) {
            return current;
        }
        return switch (title(line)) {
            case "request headers" -> Section.REQUEST_HEADERS;
            case "request body", "request payload" -> Section.REQUEST_BODY;
            case "response headers" -> Section.RESPONSE_HEADERS;
            case "response body", "response" -> Section.RESPONSE_BODY;
            case "network", "general", "console" -> Section.OTHER;
            default -> current;
        };
    }

    private void line(Section section, String line) {
        switch (section) {
            case REQUEST_HEADERS -> header(draft.requestHeaders, line);
            case RESPONSE_HEADERS -> header(draft.headers, line);
            case REQUEST_BODY -> requestBody.append(line).append('\n');
            case RESPONSE_BODY -> responseBody.append(line).append('\n');
            case START, OTHER -> start(line.trim());
        }
    }

    private void header(List<Headers.Field> fields, String line) {
        int status = Texts.statusLine(line.trim());
        if (status != Draft.UNKNOWN) {
            draft.status = draft.status == Draft.UNKNOWN ? status : draft.status;
            return;
        }
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1).trim();
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
            Answers.header(fields, line.substring(0, colon + 1) + value.substring(1, value.length() - 1));
        } else {
            Answers.header(fields, line);
        }
    }

    /** {@code GET https://… 400 123 ms}, or the same in lines of their own, or a browser's {@code Status Code: 400}. */
    private void start(String line) {
        for (String label : new String[] {
            "status code:", "status:", "http response code:", "response code:", "request url:", "request method:"
        }) {
            if (Texts.startsIgnoringCase(line, label)) {
                labelled(label, line.substring(label.length()).trim());
                return;
            }
        }
        String rest = line;
        int space = line.indexOf(' ');
        String first = space > 0 ? line.substring(0, space).toUpperCase(Locale.ROOT) : "";
        if (space > 0 && !Texts.isMethod(first) && !Character.isLetterOrDigit(line.charAt(0))) {
            rest = line.substring(space + 1).trim();
            space = rest.indexOf(' ');
            first = space > 0 ? rest.substring(0, space).toUpperCase(Locale.ROOT) : "";
        }
        if (Texts.isMethod(first)) {
            draft.method = first;
            draft.url = Texts.firstUrl(rest);
            int end = draft.url == null ? -1 : rest.indexOf(draft.url) + draft.url.length();
            rest = end > 0 ? rest.substring(end).trim() : "";
        }
        status(rest);
    }

    private void labelled(String label, String value) {
        switch (label) {
            case "request url:" -> draft.url = value;
            case "request method:" -> draft.method = value;
            default -> status(value);
        }
    }

    private void status(String text) {
        boolean duration = text.endsWith("ms") && text.indexOf(' ') == 3 && text.length() < 8;
        int status = duration ? Draft.UNKNOWN : Texts.leadingStatus(text);
        if (status == Draft.UNKNOWN) {
            status = Texts.statusLine(text);
        }
        if (draft.status == Draft.UNKNOWN && status != Draft.UNKNOWN) {
            draft.status = status;
        }
    }
}
