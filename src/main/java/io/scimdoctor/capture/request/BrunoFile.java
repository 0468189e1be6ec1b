package io.scimdoctor.capture.request;

import io.scimdoctor.exchange.LatePattern;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request file of Bruno: blocks such as {@code get { url: … }}, {@code headers { … }} and {@code body:json { … }}. They
 * are written anew as the message that they stand for.
 */
final class BrunoFile {
    private static final LatePattern METHOD = LatePattern.of("(?m)^(get|post|put|patch|delete|head|options) \\{\\s*$");

    private BrunoFile() {}

    static boolean matches(String text) {
        return METHOD.matcher(text).find();
    }

    static RequestText.Found read(String text) {
        Names names = new Names(false);
        Map<String, String> blocks = blocks(text);
        for (String line : blocks.getOrDefault("vars:pre-request", "").split("\n")) {
            HttpMessage.define("@" + line.strip().replaceFirst(":", "="), names);
        }
        String method = METHOD.matcher(text).results().findFirst().orElseThrow().group(1);
        String call = blocks.getOrDefault(method, "");
        String auth = field(call, "auth");
        String token = field(blocks.getOrDefault("auth:bearer", "token:{token}"), "token");
        StringBuilder message = new StringBuilder(method.toUpperCase(Locale.ROOT));
        message.append(' ').append(field(call, "url")).append('\n');
        message.append(blocks.getOrDefault("headers", "").stripIndent());
        message.append(auth.equals("bearer") ? "Authorization: Bearer " + token + "\n\n" : "\n");
        message.append(
                blocks.getOrDefault("body:json", blocks.getOrDefault("body:text", blocks.getOrDefault("body", ""))));
        HttpMessage read = HttpMessage.at(Arrays.asList(message.toString().split("\n")), 0, names);
        if (read == null) {
            return new RequestText.Found(List.of(), List.of());
        }
        if (field(call, "body").equals("json")) {
            read.sent().headerUnlessKnown("Content-Type", "application/json");
        }
        if (!auth.isEmpty() && !auth.equals("none") && !auth.equals("bearer")) {
            read.sent().skips("the authorization");
        }
        return new RequestText.Found(List.of(read.sent().placed(1)), List.of());
    }

    private static Map<String, String> blocks(String text) {
        Map<String, String> blocks = new HashMap<>();
        for (String block : text.replace("\r\n", "\n").split("(?m)^\\}$")) {
            int open = block.indexOf(" {\n");
            if (open > 0) {
                blocks.put(block.substring(0, open).strip(), block.substring(open + 3));
            }
        }
        return blocks;
    }

    /** What stands behind a name; empty when it does not stand there. */
    private static String field(String block, String name) {
        Matcher field = Pattern.compile("(?m)^\\h*+" + name + ":(.*+)$").matcher(block);
        return field.find() ? field.group(1).strip() : "";
    }
}
