package io.scimdoctor.capture.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads requests that were not sent yet: a command line, HTTP text as documents print it, or a JSON object. */
public final class RequestText {
    /** What may stand before a command: an assignment of its result, a variable, another command. */
    private static final Pattern START = Pattern.compile(
            "^\\s*[^'\"\\n]{0,200}?(?:[=|;(]|&&|\\w=\\S{0,200})\\s*"
                    + "(?=(?:curl|curl\\.exe|invoke-restmethod|invoke-webrequest|irm|iwr)\\s)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HERE = Pattern.compile("<<-?\\s*['\"]?(\\w+)['\"]?");

    private RequestText() {}

    /**
     * One request, and the line it begins on.
     *
     * @param complete whether all of it is known, so that what is not there is not sent
     */
    public record Placed(int line, SentRequest request, boolean complete) {}

    /** The request of a command line that a shell has already taken apart. */
    public static Optional<Placed> command(List<String> words) {
        return Optional.ofNullable(CommandLine.parse(words)).map(draft -> placed(draft, 1));
    }

    /** All requests of a text, in order; none when it holds none. */
    public static List<Placed> read(String text) {
        String plain = Texts.withoutMark(text);
        String start = plain.stripLeading();
        if (start.startsWith("{")) {
            return json(start);
        }
        List<String> lines = List.of(plain.split("\r?\n|\r", -1));
        List<Placed> requests = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Draft message = message(lines.get(at));
            if (message != null) {
                at = http(lines, at, message, requests);
                continue;
            }
            int last = CommandLine.lastLine(lines, at);
            String line = CommandLine.join(lines, at, last);
            Draft command = CommandLine.parse(START.matcher(line).replaceFirst(""));
            if (command != null && command.url != null) {
                int end = hereDocument(lines, last, line, command);
                requests.add(placed(command, at + 1));
                at = end;
            }
            at++;
        }
        return requests;
    }

    /** Takes the lines of a here-document for the body that they are; returns the last line of it all. */
    private static int hereDocument(List<String> lines, int last, String command, Draft draft) {
        Matcher here = HERE.matcher(command);
        if (!"@-".equals(draft.requestBody) || !here.find()) {
            return last;
        }
        for (int end = last + 1; end < lines.size(); end++) {
            if (lines.get(end).strip().equals(here.group(1))) {
                String body = String.join("\n", lines.subList(last + 1, end));
                draft.requestBody = body.isBlank() ? null : body;
                return end;
            }
        }
        return last;
    }

    /** A body that begins with an at sign comes from a file, which is not looked into; a variable's value is unknown. */
    private static Placed placed(Draft draft, int line) {
        String body = draft.requestBody;
        boolean file = body != null && (body.startsWith("@") || body.equals("-") || ShellWords.isBlank(body));
        SentRequest request =
                new SentRequest(draft.method, draft.url, new Headers(draft.requestHeaders), file ? null : body);
        return new Placed(line, request, !file && !draft.partial);
    }

    private static List<Placed> json(String text) {
        try {
            JsonNode root = Json.read(text);
            JsonNode request = root.path("request").isObject() ? root.path("request") : root;
            if (!request.path("method").isTextual() || !request.path("url").isTextual()) {
                return List.of();
            }
            List<Headers.Field> fields = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : request.path("headers").properties()) {
                fields.add(new Headers.Field(field.getKey(), field.getValue().asText()));
            }
            JsonNode body = request.path("body");
            String content = body.isTextual() ? body.textValue() : body.isContainerNode() ? body.toString() : null;
            String method = request.path("method").textValue().toUpperCase(java.util.Locale.ROOT);
            return List.of(new Placed(
                    1, new SentRequest(method, request.path("url").textValue(), new Headers(fields), content), true));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /** A line such as {@code GET https://…/users?filter=id eq "…"}: documents print spaces as they are. */
    private static @Nullable Draft message(String line) {
        String text = line.strip();
        int space = text.indexOf(' ');
        if (space <= 0 || !Texts.isMethod(text.substring(0, space))) {
            return null;
        }
        String target = text.substring(space + 1).strip();
        int version = target.lastIndexOf(" HTTP/");
        target = version > 0 ? target.substring(0, version).strip() : target;
        if (!target.startsWith("/") && !target.contains("://")) {
            return null;
        }
        Draft draft = new Draft();
        draft.method = text.substring(0, space);
        draft.url = target;
        return draft;
    }

    /** Header lines, an empty line, the body; fences of Markdown and separators of .http files end a part. */
    private static int http(List<String> lines, int first, Draft draft, List<Placed> requests) {
        int at = first + 1;
        while (at < lines.size() && Texts.isHeaderLine(lines.get(at))) {
            Answers.header(draft.requestHeaders, lines.get(at));
            at++;
        }
        StringBuilder body = new StringBuilder();
        while (at < lines.size()
                && message(lines.get(at)) == null
                && !lines.get(at).startsWith("###")) {
            String line = lines.get(at);
            if (!line.strip().startsWith("```")) {
                body.append(line).append('\n');
            }
            at++;
        }
        draft.url = Answers.url(String.valueOf(draft.url), draft.requestHeaders, "https");
        String text = body.toString().strip();
        draft.requestBody = text.startsWith("{") || text.startsWith("[") || isWritten(draft) ? text : null;
        requests.add(new Placed(
                first + 1,
                new SentRequest(draft.method, draft.url, new Headers(draft.requestHeaders), draft.requestBody),
                true));
        return at;
    }

    private static boolean isWritten(Draft draft) {
        return "POST".equals(draft.method) || "PATCH".equals(draft.method);
    }
}
