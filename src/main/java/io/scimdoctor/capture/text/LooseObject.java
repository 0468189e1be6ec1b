package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object as JSON or as a language prints its own: Python's dictionaries, what Node's inspect shows, Ruby's hashes. It
 * takes any quotes, bare names, {@code =>} for the colon, and line breaks that a console or a mail put into a text.
 */
final class LooseObject {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 60;
    private static final int LONGEST_NAME = 120;

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
     */
    record Found(@Nullable JsonNode node, int end) {}

    /** The object whose brace stands at a position, also one that the text's end or a tool cuts off. */
    static Found at(String text, int start) {
        LooseObject reader = new LooseObject(text, start);
        JsonNode node = reader.object();
        boolean usable = !reader.failed && (!reader.cut || !node.isEmpty());
        return new Found(usable ? node : null, reader.at);
    }

    private JsonNode object() {
        ObjectNode node = NODES.objectNode();
        at++;
        failed |= ++depth > DEEPEST;
        while (!failed && !cut) {
            skip(true);
            if (at >= text.length()) {
                cut = true;
            } else if (text.charAt(at) == '}') {
                at++;
                break;
            } else {
                member(node);
            }
        }
        depth--;
        return node;
    }

    private void member(ObjectNode node) {
        String name = name();
        skip(false);
        if (name == null || !separator()) {
            cut = name != null && at >= text.length();
            failed = !cut;
            return;
        }
        skip(false);
        if (at >= text.length()) {
            cut = true;
            return;
        }
        JsonNode value = value();
        if (!failed) {
            node.set(name, value);
        }
    }

    private boolean separator() {
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
            return true;
        }
        if (at < text.length() && text.charAt(at) == '=') {
            at += text.startsWith("=>", at) ? 2 : 1;
            return true;
        }
        return false;
    }

    private @Nullable String name() {
        char c = text.charAt(at);
        if (isQuote(c)) {
            return string();
        }
        int start = c == ':' ? at + 1 : at;
        int end = start;
        boolean bracket = c == '[';
        while (end < text.length()
                && end - start < LONGEST_NAME
                && (bracket ? text.charAt(end) != ']' : isNameCharacter(text.charAt(end)))) {
            end++;
        }
        at = bracket && end < text.length() ? end + 1 : end;
        return end > start ? text.substring(start, end) : null;
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$' || c == '@';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private JsonNode value() {
        char c = text.charAt(at);
        if (c == '{') {
            return object();
        }
        if (c == '[' && !isTag()) {
            return array();
        }
        boolean bytes = (c == 'b' || c == 'u') && at + 1 < text.length() && isQuote(text.charAt(at + 1));
        at += bytes ? 1 : 0;
        return isQuote(text.charAt(at)) ? NODES.textNode(string()) : bare();
    }

    /** What Node puts before an object, such as {@code [Object: null prototype]}. */
    private boolean isTag() {
        int end = text.indexOf(']', at);
        return end > 0
                && end - at < LONGEST_NAME
                && end + 2 < text.length()
                && Character.isUpperCase(text.charAt(at + 1))
                && text.startsWith(" {", end + 1);
    }

    private JsonNode array() {
        ArrayNode node = NODES.arrayNode();
        at++;
        failed |= ++depth > DEEPEST;
        while (!failed && !cut) {
            skip(true);
            if (at >= text.length()) {
                cut = true;
            } else if (text.charAt(at) == ']') {
                at++;
                break;
            } else {
                int before = at;
                node.add(value());
                failed |= at == before;
            }
        }
        depth--;
        return node;
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
            if (c == ',' || c == '}' || c == '\n' || c == '\r' || (c == ']' && brackets-- == 0)) {
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
            default -> {
                boolean number =
                        !word.isEmpty() && word.length() < 16 && word.chars().allMatch(Character::isDigit);
                yield number ? NODES.numberNode(Long.parseLong(word)) : NODES.textNode(word);
            }
        };
    }

    /** White space, also as the escapes that a text inside a text has between its parts. */
    private void skip(boolean commas) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || (commas && c == ',')) {
                at++;
            } else if (c == '\\' && at + 1 < text.length() && "nrt\n".indexOf(text.charAt(at + 1)) >= 0) {
                at += 2;
            } else {
                return;
            }
        }
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                if (!isContinued()) {
                    return value.toString();
                }
            } else if (c == '\\' && at < text.length()) {
                escape(value, text.charAt(at++));
            } else if (c == '\n' || c == '\r') {
                lineBreak(value);
            } else if (c == '(' && text.startsWith("truncated", at)) {
                break;
            } else {
                value.append(c);
            }
            if (cut) {
                break;
            }
        }
        cut = true;
        return value.toString().stripTrailing();
    }

    /** {@code '…' + '…'} over a line end, as Node prints a long text. */
    private boolean isContinued() {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next >= text.length() || text.charAt(next) != '+') {
            return false;
        }
        do {
            next++;
        } while (next < text.length() && Character.isWhitespace(text.charAt(next)));
        if (next < text.length() && isQuote(text.charAt(next))) {
            at = next + 1;
            return true;
        }
        return false;
    }

    private void escape(StringBuilder value, char c) {
        switch (c) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> {
                int code = at + 4 <= text.length() ? hex(at, 4) : -1;
                value.append(code < 0 ? 'u' : (char) code);
                at += code < 0 ? 0 : 4;
            }
            case 'x' -> {
                int code = at + 2 <= text.length() ? hex(at, 2) : -1;
                value.append(code < 0 ? 'x' : (char) code);
                at += code < 0 ? 0 : 2;
            }
            default -> value.append(c);
        }
    }

    private int hex(int from, int digits) {
        int code = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    /** A break inside a text: a console breaks at its width, a mail between words; a stack or a log goes on after a cut. */
    private void lineBreak(StringBuilder value) {
        int start = at;
        while (start < text.length() && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
            start++;
        }
        if (startsOther(start)) {
            cut = true;
            return;
        }
        int lineStart = text.lastIndexOf('\n', at - 2) + 1;
        widest = widest > 0 ? widest : widest(text, lineStart);
        boolean console = at - 1 - lineStart >= widest;
        int next = start;
        while (!console && next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean blank = value.length() > 0 && value.charAt(value.length() - 1) == ' ';
        if (!console && !blank) {
            value.append(' ');
        }
        at = next;
    }

    private boolean startsOther(int start) {
        int next = start;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        boolean number =
                next + 1 < text.length() && text.charAt(next) == '#' && Character.isDigit(text.charAt(next + 1));
        return number
                || (next > start && (text.startsWith("at ", next) || text.startsWith("in /", next)))
                || text.startsWith("Traceback ", next);
    }

    /** The longest line from the one with the start on. */
    private static int widest(String text, int start) {
        int widest = 0;
        int line = text.lastIndexOf('\n', start) + 1;
        int limit = Math.min(text.length(), start + 4000);
        for (int i = line; i < limit; i++) {
            if (text.charAt(i) == '\n') {
                widest = Math.max(widest, i - line);
                line = i + 1;
            }
        }
        return Math.max(40, widest);
    }
}
