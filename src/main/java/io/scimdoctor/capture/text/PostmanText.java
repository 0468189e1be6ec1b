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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String METHODS = "(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
    private static final Pattern QUOTED = Pattern.compile("\\s*+\"(?:Response |Request Headers\")");
    private static final Pattern TITLE = Pattern.compile("^\\P{L}++|:$");
    private static final Pattern QUOTED_VALUE = Pattern.compile("^([^:]*+:)\\s*+\"(.*)\"\\s*$");

    /** {@code GET https://…} at the beginning of a line. */
    private static final Pattern CALL_LINE = Pattern.compile("\\s*+" + METHODS + " (?i:https?://)");

    private static final Pattern LABELLED = Pattern.compile(
            "^(?:(request url)|(request method)|(?:status|(?:http )?response) code|status):\\s*+(.*)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CALL = Pattern.compile(
            "^(?:[^\\p{L}\\p{N}]\\S*+ ++)?" + METHODS + " (?:.*?(https?://[^\\s\"'<>`]++))?", Pattern.CASE_INSENSITIVE);

    /** An arrow or a bullet before what a line says. */
    private static final Pattern MARK = Pattern.compile("^[^\\p{L}\\p{N}]\\S*+ ++");

    private static final Pattern DURATION = Pattern.compile(".{3} .?ms");

    private final List<Draft> calls = new ArrayList<>();
    private Draft draft = new Draft();
    private final StringBuilder requestBody = new StringBuilder();
    private final StringBuilder responseBody = new StringBuilder();

    @Override
    boolean matches(List<String> lines) {
        return !Transcript.isVerbose(lines)
                && lines.stream().anyMatch(line -> {
                    Section section = section(line, Section.OTHER);
                    return (section != Section.OTHER && section != Section.REQUEST_BODY)
                            || QUOTED.matcher(line).lookingAt();
                });
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
            if (section != Section.START && CALL_LINE.matcher(line).lookingAt()) {
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
        String read = text.substring(0, end < 0 ? text.length() : end);
        return first + (int) read.chars().filter(c -> c == '\n').count();
    }

    private static boolean isTitle(String line) {
        return section(line, Section.START) != Section.START;
    }

    private static Section section(String line, Section current) {
        if (line.length() > 24) {
            return current;
        }
        return switch (Texts.lower(TITLE.matcher(line.trim()).replaceAll(""))) {
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
        Answers.header(fields, QUOTED_VALUE.matcher(line).replaceFirst("$1$2"));
    }

    /** {@code GET https://… 400 123 ms}, or the same in lines of their own, or a browser's {@code Status Code: 400}. */
    private void start(String line) {
        Matcher labelled = LABELLED.matcher(line);
        Matcher call = CALL.matcher(line);
        if (labelled.find()) {
            draft.url = labelled.group(1) != null ? labelled.group(3) : draft.url;
            draft.method = labelled.group(2) != null ? labelled.group(3) : draft.method;
            status(labelled.group(1) == null && labelled.group(2) == null ? labelled.group(3) : "");
        } else if (call.find()) {
            draft.method = call.group(1).toUpperCase(Locale.ROOT);
            draft.url = call.group(2) == null ? null : LinePieces.trimmed(call.group(2));
            status(
                    draft.url == null
                            ? ""
                            : line.substring(call.start(2) + draft.url.length()).trim());
        } else {
            status(MARK.matcher(line).replaceFirst(""));
        }
    }

    private void status(String text) {
        int leading = DURATION.matcher(text).matches() ? Draft.UNKNOWN : Texts.leadingStatus(text);
        int status = leading == Draft.UNKNOWN ? Texts.statusLine(text) : leading;
        draft.status = draft.status == Draft.UNKNOWN ? status : draft.status;
    }
}
