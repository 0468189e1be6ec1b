package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.FaultWords;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object as JSON or as a language prints its own: Python's dictionaries, what Node's inspect shows, Ruby's hashes. It
 * takes any quotes, bare names, {@code =>} for the colon, and line breaks that a console or a mail put into a text.
 */
final class LooseObject {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 60;
    private static final String QUOTES = "\"'`";

    /** White space, also as the escapes that a text inside a text has between its parts, and Rust's {@code Some(…)}. */
    private static final Pattern BLANKS = Pattern.compile("(?:\\s|\\\\[nrt\\n]|Some\\()*+");

    private static final Pattern BLANKS_AND_COMMAS = Pattern.compile("(?:[\\s,)]|\\\\[nrt\\n])*+");
    private static final Pattern NAME = Pattern.compile(":?+([\\p{L}\\p{N}_.$@-]{1,120}+|\\[[^\\]]{0,119}+)");
    private static final Pattern SEPARATOR = Pattern.compile("\\]?+(?:\\s|\\\\[nrt\\n])*+(?::|=>?+)");

    /** What Node puts before an object, such as {@code [Object: null prototype]}. */
    private static final Pattern TAG = Pattern.compile("\\[\\p{Lu}[^\\]]{0,118}+\\] \\{");

    /** {@code '…' + '…'} over a line end, as Node prints a long text; Python does without the sign. */
    private static final Pattern CONTINUED =
            Pattern.compile("\\s*+\\+\\s*+[\"'`]|\\n\\s*+[\"'](?![^\"'\\n]{1,120}[\"']\\s{0,3}:)");

    /** A stack or a log that goes on after a cut. */
    private static final Pattern OTHER = Pattern.compile("[ \\t]*+(?:#\\d|Traceback )|[ \\t]++(?:at |in /)");

    private static final int LONGEST_LINE = 400;
    /** A line that is no part of an object; what curl says stands right behind a body without an end of line. */
    private static final Pattern LINE = Pattern.compile("(?:\\n(?=[^\\s\"{}\\],])|(?=curl: \\(\\d))([^\\n]*+)");

    private final String text;
    private int widest;
    private int at;
    private int depth;
    private boolean failed;
    private boolean cut;

    private LooseObject(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /**
     * What was read.
     *
     * @param node null when no object is there
     * @param end the position behind it, or behind what was looked at
     * @param cut whether its end is not there
     */
    record Found(@Nullable JsonNode node, int end, boolean cut) {}

    /** The object whose brace stands at a position, also one that the text's end, a tool or a client's words cut off. */
    static Found at(String text, int start) {
        LooseObject reader = new LooseObject(text, start);
        JsonNode node = reader.object();
        int words = reader.failed || reader.cut ? words(text, start, reader.at) : 0;
        if (words > 0) {
            Found before = at(text.substring(start, words), 0);
            return new Found(before.node(), start + before.end(), before.cut());
        }
        boolean usable = !reader.failed && (!reader.cut || !node.isEmpty());
        return new Found(usable ? node : null, reader.at, reader.cut);
    }

    /** The end of the line in front of what a client says that failed; 0 when it says nothing. */
    private static int words(String text, int from, int to) {
        Matcher line = LINE.matcher(text).region(from, Math.min(text.length(), to + LONGEST_LINE));
        while (line.find() && line.start() < to) {
            if (FaultWords.isSaid(line.group(1))) {
                return line.start();
            }
        }
        return 0;
    }

    /** Goes behind what stands here by a pattern; null when it does not. */
    private @Nullable Matcher take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    private boolean isQuote(int position) {
        return position < text.length() && QUOTES.indexOf(text.charAt(position)) >= 0;
    }

    /** Goes behind what Python puts before a text; whether a quote stands there. */
    private boolean isQuoted() {
        char c = text.charAt(at);
        at += (c == 'b' || c == 'u') && isQuote(at + 1) ? 1 : 0;
        return isQuote(at);
    }

    private JsonNode object() {
        ObjectNode node = NODES.objectNode();
        elements('}', () -> member(node));
        return node;
    }

    private JsonNode array() {
        ArrayNode node = NODES.arrayNode();
        elements(']', () -> {
            int before = at;
            node.add(value());
            failed |= at == before;
        });
        return node;
    }

    private void elements(char end, Runnable element) {
        at++;
        failed |= ++depth > DEEPEST;
        while (!failed && !cut) {
            take(BLANKS_AND_COMMAS);
            if (at >= text.length()) {
                cut = true;
            } else if (text.charAt(at) == end) {
                at++;
                break;
            } else {
                element.run();
            }
        }
        depth--;
    }

    private void member(ObjectNode node) {
        boolean quoted = isQuoted();
        Matcher word = quoted ? null : take(NAME);
        String name = quoted ? string() : word == null ? null : word.group(1);
        if (name == null || take(SEPARATOR) == null) {
            take(BLANKS);
            cut = name != null && at >= text.length();
            failed = !cut;
            return;
        }
        take(BLANKS);
        if (at >= text.length()) {
            cut = true;
            return;
        }
        node.set(name, value());
    }

    private JsonNode value() {
        char c = text.charAt(at);
        if (c == '{') {
            return object();
        }
        if (c == '[' && !TAG.matcher(text).region(at, text.length()).lookingAt()) {
            return array();
        }
        return isQuoted() ? NODES.textNode(string()) : bare();
    }

    /** A number, a word, or words before an object, such as {@code Headers} and a brace. */
    private JsonNode bare() {
        int start = at;
        int brackets = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{' && at > start) {
                return object();
            }
            brackets += c == '[' ? 1 : 0;
            if (",}\n\r".indexOf(c) >= 0 || (c == ']' && brackets-- == 0)) {
                break;
            }
            at++;
        }
        return scalar(text.substring(start, at).strip());
    }

    private static JsonNode scalar(String word) {
        return switch (word) {
            case "null", "None", "nil", "undefined", "<nil>", "NULL" -> NODES.nullNode();
            case "true", "True" -> NODES.booleanNode(true);
            case "false", "False" -> NODES.booleanNode(false);
            default -> word.matches("\\d{1,15}") ? NODES.numberNode(Long.parseLong(word)) : NODES.textNode(word);
        };
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !cut) {
            char c = text.charAt(at++);
            if (c == quote) {
                if (take(CONTINUED) == null) {
                    return value.toString();
                }
                quote = text.charAt(at - 1);
            } else if (c == '\\' && at < text.length()) {
                escape(value, text.charAt(at++));
            } else if (c == '\n' || c == '\r') {
                lineBreak(value);
            } else if (c == '(' && text.startsWith("truncated", at)) {
                break;
            } else {
                value.append(c);
            }
        }
        cut = true;
        return value.toString().stripTrailing();
    }

    private void escape(StringBuilder value, char c) {
        int digits = c == 'u' ? 4 : c == 'x' ? 2 : 0;
        String hex = text.substring(at, Math.min(text.length(), at + digits));
        int control = "nrt".indexOf(c);
        if (digits > 0 && hex.length() == digits && hex.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
            value.append((char) Integer.parseInt(hex, 16));
            at += digits;
        } else {
            value.append(control < 0 ? c : "\n\r\t".charAt(control));
        }
    }

    /** A break inside a text: a console breaks at its width, a mail between words. */
    private void lineBreak(StringBuilder value) {
        int start = at;
        while (start < text.length() && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
            start++;
        }
        if (OTHER.matcher(text).region(start, text.length()).lookingAt()) {
            cut = true;
            return;
        }
        int line = text.lastIndexOf('\n', at - 2) + 1;
        widest = widest > 0 ? widest : widest(line);
        boolean console = at - 1 - line >= widest;
        at = start;
        while (!console && at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        boolean blank = !value.isEmpty() && value.charAt(value.length() - 1) == ' ';
        value.append(console || blank ? "" : " ");
    }

    /** The longest of the lines from one on. */
    private int widest(int line) {
        int end = text.lastIndexOf('\n', Math.min(text.length(), line + 4000));
        String lines = text.substring(line, Math.max(line, end));
        return lines.lines().mapToInt(String::length).reduce(40, Math::max);
    }
}
