package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A request file of Bruno: blocks such as {@code get { url: … }}, {@code headers { … }} and {@code body:json { … }}. */
final class BrunoFile {
    private static final Pattern METHOD = Pattern.compile("(?m)^(get|post|put|patch|delete|head|options) \\{\\s*$");

    private BrunoFile() {}

    static boolean matches(String text) {
        return METHOD.matcher(text).find();
    }

    static RequestText.Found read(String text) {
        Names names = new Names(false);
        Map<String, String> blocks = blocks(text);
        for (String line : blocks.getOrDefault("vars:pre-request", "").split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                names.put(
                        line.substring(0, colon).strip(),
                        new TextNode(line.substring(colon + 1).strip()));
            }
        }
        Draft draft = new Draft();
        Sent sent = new Sent(draft, names);
        String call = "";
        for (Map.Entry<String, String> block : blocks.entrySet()) {
            String method = block.getKey().toUpperCase(Locale.ROOT);
            if (Texts.isMethod(method)) {
                draft.method = method;
                call = block.getValue();
            }
        }
        draft.url = HttpMessage.filled(field(call, "url"), names);
        for (String line : blocks.getOrDefault("headers", "").split("\n")) {
            Answers.header(draft.requestHeaders, HttpMessage.filled(line.strip(), names));
        }
        String auth = field(call, "auth");
        if (auth.equals("bearer")) {
            String token = field(blocks.getOrDefault("auth:bearer", ""), "token");
            sent.header("Authorization", "Bearer " + HttpMessage.filled(token.isEmpty() ? "{token}" : token, names));
        } else if (!auth.isEmpty() && !auth.equals("none")) {
            sent.skips("the authorization");
        }
        String body = blocks.getOrDefault("body:json", blocks.getOrDefault("body:text", blocks.get("body")));
        draft.requestBody = body == null ? null : HttpMessage.filled(body.strip(), names);
        return new RequestText.Found(List.of(sent.placed(1)), List.of());
    }

    private static Map<String, String> blocks(String text) {
        Map<String, String> blocks = new LinkedHashMap<>();
        String name = "";
        StringBuilder content = new StringBuilder();
        for (String line : text.split("\r?\n")) {
            if (name.isEmpty() && line.endsWith(" {")) {
                name = line.substring(0, line.length() - 2).strip();
            } else if (line.equals("}")) {
                blocks.put(name, content.toString());
                name = "";
                content.setLength(0);
            } else if (!name.isEmpty()) {
                content.append(line).append('\n');
            }
        }
        return blocks;
    }

    private static String field(String block, String name) {
        for (String line : block.split("\n")) {
            String text = line.strip();
            if (text.startsWith(name + ":")) {
                return text.substring(name.length() + 1).strip();
            }
        }
        return "";
    }
}
