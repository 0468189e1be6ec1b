package io.scimdoctor.capture.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what an input is that holds no answer, and which command takes it. */
public final class NoAnswer {
    private static final int LONGEST = 64 * 1024;
    private static final int FEWEST_LINES = 4;

    private static final LatePattern MENTIONED = LatePattern.of("(?<![\\w.$/-])([45]\\d\\d)(?![\\w%]|[.,]\\d)");
    private static final LatePattern IMPORT = LatePattern.of(
            "^\\s*(?:import [\\w{*'\"][^\\n]{0,200}[;'\"]|package \\w+(?:[\\w.]*;|\\s*$)|import \\(|using [\\w.]+;|from [\\w.]+ import |#include |(?:const|var|let) [^\\n]{1,80} = require\\()");
    private static final LatePattern DECLARATION = LatePattern.of(
            "^\\s*(?:(?:export|default|public|private|protected|internal|static|final|abstract|sealed|async) )*(?:(?:class|interface|enum|record|struct|func|function|def) \\w|(?:describe|it|test)\\()");
    private static final LatePattern PRINTED = LatePattern.of(
            "^[`\\s]?(?:Traceback |Caused by|At line:|\\s{0,9}\\+ CategoryInfo|Line \\||Stack trace:|Fatal error:|PHP |[^\\n]{1,200}, (?:line|ln) \\d{1,6}, in |\\s{1,9}\\* (?:Trying|Connected|schannel:|TLS|ALPN|Recv |Closing) ?|\\s{1,8}at |\\s{0,9}< HTTP/|HTTP/\\d|\\d{4}-\\d\\d-\\d\\d[T ]|\\[?\\d\\d:\\d\\d:\\d\\d|\\[\\d\\d-[A-Z][a-z]{2}-\\d{4} )");

    private static final String SETTINGS =
            "This is configuration that says what a server shall answer, not an answer: give what the program printed";
    /** What only the stubs of servers for tests have, in their request or their response. */
    private static final String[] STUB =
            "jsonBody bodyFileName urlPath urlPattern urlPathPattern urlPathTemplate".split(" ");

    private NoAnswer() {}

    /** Whether a record says what a server shall answer, and not what one answered. */
    static boolean isStub(JsonNode record) {
        boolean stub = record.has("httpResponse") && !record.has("timestamp");
        for (String key : STUB) {
            stub |= record.path("request").has(key) || record.path("response").has(key);
        }
        // A run lists the steps that it left out, too.
        stub |= record.path("properties").path("status").asText().equals("Skipped");
        return stub || record.path("definition").has("actions");
    }

    /** Whether a text is written about calls rather than printed by one: source code, a guide, a specification, a report. */
    static boolean isDocument(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST));
        // Behind a status line stands an answer, whatever its body is, and one line of JSON may be the body of one.
        boolean body = head.startsWith("{\"error\"") || head.startsWith("{\"schemas\"");
        return !head.startsWith("HTTP/")
                && !(body && head.strip().indexOf('\n') < 0)
                && (isSource(head)
                        || isGuide(head)
                        || Written.SETTINGS.matcher(head).find()
                        || Written.REPORT.matcher(head).lookingAt());
    }

    private static boolean isSource(String head) {
        int lines = 0;
        int code = 0;
        boolean imports = false;
        boolean declares = false;
        for (String line : head.split("\r?\n|\r", -1)) {
            if (PRINTED.matcher(line).find()) {
                return false;
            }
            lines += line.isBlank() ? 0 : 1;
            code += Written.CODE_LINE.matcher(line).find() ? 1 : 0;
            imports |= IMPORT.matcher(line).find();
            declares |= DECLARATION.matcher(line).find();
        }
        // A test holds bodies that are longer than its statements.
        return code >= FEWEST_LINES && (code * 10 >= lines * 3 || (imports && declares));
    }

    private static boolean isGuide(String head) {
        Matcher matcher = Written.GUIDE.matcher(head);
        int signs = 0;
        while (matcher.find()) {
            signs += matcher.group(1) != null ? 2 : 1;
        }
        return signs >= 2;
    }

    /** One sentence about a text that holds no answer, without anything of the text itself but a status. */
    public static String sentence(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST)).strip();
        JsonNode node = Json.readLeniently(head).node();
        if (!node.isEmpty()) {
            return sentence(node);
        }
        if (isSource(head)) {
            return "This is source code, not an answer: give what the program printed";
        }
        if (Written.REPORT.matcher(head).lookingAt()) {
            return "This is a report of scimdoctor, not an answer: give the capture that it was made from, or -o json";
        }
        if (isGuide(head)) {
            return "This is documentation, not an answer: scimdoctor explain tells of each error";
        }
        String kind = fitting("texts", head);
        if (!kind.isEmpty() || Written.SETTINGS.matcher(head).find()) {
            return kind.isEmpty() ? SETTINGS : kind;
        }
        Matcher mentioned = MENTIONED.matcher(head);
        return mentioned.find()
                ? "This text mentions " + mentioned.group(1)
                        + " but quotes no answer; ask for what the client printed, such as the" + " output of curl -i"
                : "This text holds no answer: no status, no error of a known form, no failure that a client printed";
    }

    /** The same of a JSON document. */
    public static String sentence(JsonNode node) {
        String text = String.join("\n", Json.strings(node.path("schemas")));
        String schema = fitting("schemas", text);
        if (!schema.isEmpty()) {
            return schema;
        }
        for (JsonNode row : Kinds.JSON.path("documents")) {
            for (JsonNode keys : row.path("keys")) {
                if (Stream.of(keys.asText().split(" ")).allMatch(node::has)) {
                    return row.path("sentence").asText();
                }
            }
        }
        return "This JSON holds no answer: no status, no error of a known form, no failure that a client recorded";
    }

    /** What is said of a kind whose pattern occurs in a text; empty when none does. */
    private static String fitting(String kinds, String text) {
        for (JsonNode row : Kinds.JSON.path(kinds)) {
            if (Pattern.compile(row.path("pattern").asText(), Pattern.MULTILINE)
                    .matcher(text)
                    .find()) {
                return row.path("sentence").asText();
            }
        }
        return "";
    }

    /** What is looked for in texts that do not begin as an answer. */
    private static final class Written {
        static final LatePattern CODE_LINE = LatePattern.of(Resource.anyOf(NoAnswer.class, "code.txt"));
        /**
         * A sign of a guide, a specification, a command's page, a list of changes; the first group alone is enough, such as the
         * beginning of a browser's network log, which is full of numbers.
         */
        static final LatePattern GUIDE = LatePattern.of("(?m)" + Resource.anyOf(NoAnswer.class, "guides.txt"));

        static final LatePattern SETTINGS = LatePattern.of("(?m)" + Resource.anyOf(NoAnswer.class, "settings.txt"));
        /** How what scimdoctor itself printed begins: it quotes an answer among steps and links that are none. */
        static final LatePattern REPORT =
                LatePattern.of("\\s*+(?:```\\w*+\\s*+)?+(?:" + Resource.anyOf(NoAnswer.class, "reports.txt") + ")");
    }

    /** What documents that hold no answer look like, and what to say of them; read when there is one. */
    private static final class Kinds {
        static final JsonNode JSON = Resource.json(NoAnswer.class, "no-answer.json");
    }
}
