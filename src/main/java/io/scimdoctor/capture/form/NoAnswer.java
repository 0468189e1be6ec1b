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
    private static final int LONGEST_LINE = 2000;
    private static final int FEWEST_LINES = 4;
    private static final int FEWEST_SECTIONS = 3;
    /** Shorter than this, a text with titles may be a ticket as well. */
    private static final int PAGE = 2000;

    private static final LatePattern MENTIONED = LatePattern.of("(?<![\\w.$/-])([45]\\d\\d)(?![\\w%]|-byte|[.,]\\d)");
    /** JSON, behind what a collector or somebody who quotes it puts in front. */
    private static final LatePattern RECORD = LatePattern.of("[^(=\\[\"'{]{0,60}+\\{\"");

    /** A file of JSON, which may quote a program. */
    private static final LatePattern JSON = LatePattern.of("\\s*+(?:\\{\\s*+\"|\\[\\s*+[{\"\\[])");

    /** A text over several lines that a program holds, or what it says of itself. */
    private static final LatePattern RAW =
            LatePattern.of("(?<=[=(,] ?)`[^`\n]*+\n[^`]{1,20000}+`|\"\"\"[^\\x00]{1,20000}?\"\"\"");

    private static final LatePattern LETTER = LatePattern.of("\\p{L}");
    /** A block of Markdown, with what stands in it. */
    private static final LatePattern BLOCK = LatePattern.of(
            "(?m)^[ \\t>]*+(`{3,9}+)[^`\\n]{0,200}\\n((?:(?![ \\t>]*+```)[^\\n]*+\\n){0,5000}+)[ \\t>]*+\\1[ \\t]*+$");

    /** What only the stubs of servers for tests have, in their request or their response. */
    private static final String[] STUB =
            "jsonBody bodyFileName urlPath urlPattern urlPathPattern urlPathTemplate".split(" ");

    private static final String[] CAME = {"status", "statusCode", "response"};

    private NoAnswer() {}

    /** Whether a record says what a server shall answer, and not what one answered. */
    public static boolean isStub(JsonNode record) {
        // A run lists the steps that it left out, too.
        boolean expected = record.path("expectedStatus").asInt() > 0 && !Json.hasAny(record, CAME);
        return ((expected || Json.hasAny(record, "httpResponse", "expected"))
                        && !Json.hasAny(record, "timestamp", "actual"))
                || Json.hasAny(record.path("request"), STUB)
                || Json.hasAny(record.path("response"), STUB)
                || record.path("properties").path("status").asText().equals("Skipped")
                || record.path("definition").has("actions");
    }

    /** A text without its blocks that are source code, such as what somebody called before the answer came. */
    static String withoutPrograms(String text) {
        if (!text.contains("```") || text.startsWith(">")) {
            return text;
        }
        Matcher block = BLOCK.matcher(text);
        StringBuilder kept = new StringBuilder();
        while (block.find()) {
            block.appendReplacement(kept, isDocument(block.group(2)) ? "" : Matcher.quoteReplacement(block.group()));
        }
        return block.appendTail(kept).toString();
    }

    /** Whether a text is written about calls rather than printed by one, such as source code or a guide, or has no word. */
    public static boolean isDocument(String text) {
        // Behind a status line stands an answer, whatever its body is, and a report of tests holds parts of programs.
        if (text.startsWith("HTTP/") || text.contains("<testsuite") || text.contains("\n=== TEST\n")) {
            return false;
        }
        String head = head(text);
        return isSource(head)
                || isGuide(head)
                || !LETTER.matcher(text).find()
                || Written.SETTINGS.matcher(head).find()
                || Written.LISTED.matcher(head).find()
                || Written.REPORT.matcher(head).lookingAt();
    }

    /** The beginning of a text, without what its way put behind all lines and before all of them. */
    private static String head(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST));
        boolean plain = head.indexOf('\r') < 0 && !head.contains(" \n") && !head.startsWith(" ");
        return (plain ? head : head.stripTrailing().stripIndent()) + "\n";
    }

    /** Whether enough lines are a program's, those not counted that are data wherever they stand. */
    private static boolean isSource(String head) {
        int lines = 0;
        int code = 0;
        for (String line : RAW.matcher(head).replaceAll("``").split("\r?\n|\r", -1)) {
            if (Written.PRINTED.matcher(line).find()) {
                return false;
            }
            boolean record = line.isBlank()
                    || line.length() > LONGEST_LINE
                    || RECORD.matcher(line).lookingAt();
            boolean program = !record && Written.PROGRAM.matcher(line).find();
            if (program || !(record || Written.DATA.matcher(line).find())) {
                lines++;
                code += program ? 2 : Written.CODE.matcher(line).find() ? 1 : 0;
            }
        }
        return code >= (code < lines ? FEWEST_LINES : FEWEST_LINES - 1)
                && code * 10 >= lines * 3
                && !JSON.matcher(head).lookingAt();
    }

    private static boolean isGuide(String head) {
        // Who asks for help gives his text titles as well.
        return count(Written.GUIDE, head) >= 2
                || (head.length() >= PAGE
                        && count(Written.SECTION, head) >= FEWEST_SECTIONS + 2 * count(Written.PERSONAL, head));
    }

    /** How often a sign occurs; twice as often where its first group does, too. */
    private static int count(LatePattern sign, String head) {
        Matcher matcher = sign.matcher(head);
        int count = 0;
        while (matcher.find()) {
            count += matcher.groupCount() > 0 && matcher.group(1) != null ? 2 : 1;
        }
        return count;
    }

    /** One sentence about a text that holds no answer, without anything of the text itself but a status. */
    public static String sentence(String text) {
        String head = head(head(text).isBlank() ? text.strip() : text).strip();
        JsonNode read = Json.readLeniently(head).node();
        JsonNode node = read.isArray() ? read.path(0) : read;
        String client = fitting("clients", head);
        if (!node.isEmpty() || !client.isEmpty()) {
            return client.isEmpty() ? sentence(node) : client;
        }
        String file = fitting("files", head);
        String named = isSource(head)
                ? "source"
                : Written.REPORT.matcher(head).lookingAt() ? "report" : isGuide(head) ? "guide" : "";
        String kind = !file.isEmpty() ? file : named.isEmpty() ? fitting("texts", head) : other(named);
        if (!kind.isEmpty() || Written.SETTINGS.matcher(head).find()) {
            return kind.isEmpty() ? other("settings") : kind;
        }
        Matcher mentioned = MENTIONED.matcher(head);
        return mentioned.find() ? other("mention").replace("{status}", mentioned.group(1)) : other("nothing");
    }

    private static String other(String kind) {
        return Kinds.JSON.path("others").path(kind).asText();
    }

    /** The same of a JSON document. */
    public static String sentence(JsonNode node) {
        String schema = fitting("schemas", String.join("\n", Json.strings(node.path("schemas"))));
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
            Pattern pattern = Pattern.compile(row.path("pattern").asText(), Pattern.MULTILINE);
            if (pattern.matcher(text).find()) {
                return row.path("sentence").asText();
            }
        }
        return "";
    }

    /** What is looked for in texts that do not begin as an answer. */
    private static final class Written {
        static final LatePattern PRINTED = lines("printed.txt");
        static final LatePattern PROGRAM = lines("program.txt");
        static final LatePattern DATA = lines("data.txt");
        static final LatePattern CODE = lines("code.txt");
        /**
         * A sign of a guide, a specification, a command's page, a list of changes; the first group alone is enough, such as the
         * beginning of a browser's network log, which is full of numbers.
         */
        static final LatePattern GUIDE = lines("guides.txt");

        static final LatePattern SECTION = lines("sections.txt");
        static final LatePattern PERSONAL = lines("personal.txt");
        static final LatePattern SETTINGS = lines("settings.txt");
        static final LatePattern LISTED = lines("listed.txt");
        /** How what scimdoctor itself printed begins: it quotes an answer among steps and links that are none. */
        static final LatePattern REPORT =
                LatePattern.of("\\s*+(?:```\\w*+\\s*+)?+(?:" + Resource.anyOf(NoAnswer.class, "reports.txt") + ")");

        private static LatePattern lines(String name) {
            return LatePattern.of("(?m)" + Resource.anyOf(NoAnswer.class, name));
        }
    }

    /** What documents that hold no answer look like, and what to say of them; read when there is one. */
    private static final class Kinds {
        static final JsonNode JSON = Resource.json(NoAnswer.class, "no-answer.json");
    }
}
