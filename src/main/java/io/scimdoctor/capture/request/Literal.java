package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.json.JsonWriter;
import java.util.Locale;

/**
 * Reads the values of a script in JavaScript, Python or PowerShell: texts with variables in them, lists, objects, and what
 * is put together of these. What only a run would know becomes a blank such as {@code {name}}.
 */
final class Literal {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 30;

    private final String text;
    private final Names names;
    private int at;
    private int depth;

    Literal(String text, int at, Names names) {
        this.text = text;
        this.at = at;
        this.names = names;
    }

    /** The position behind what was read. */
    int at() {
        return at;
    }

    /** One value, with what is added to it. */
    JsonNode value() {
        JsonNode value = term();
        for (skip(false); at < text.length() && text.charAt(at) == '+' && depth < DEEPEST; skip(false)) {
            at++;
            JsonNode more = term();
            value = new TextNode(value.asText() + more.asText());
        }
        return value;
    }

    /** Takes what stands behind a name. */
    interface Keyword {
        /** @param hole whether a part of the value is a variable that is not known */
        void take(String name, JsonNode value, boolean hole);
    }

    /** Goes on to the next argument of a call and hands over those that bear a name; false at the end of the call. */
    boolean argument(Keyword keyword) {
        for (separator(); at < text.length() && text.charAt(at) != ')'; separator()) {
            int start = at;
            String name = name();
            skip(true);
            boolean named = !name.isEmpty() && text.startsWith("=", at) && !text.startsWith("==", at);
            if (!named) {
                at = start;
                return true;
            }
            at++;
            int holes = names.holes();
            keyword.take(name, value(), names.holes() > holes);
            at = Math.max(at, start + 1);
        }
        at = Math.min(text.length(), at + 1);
        return false;
    }

    /** Passes over blanks and comments, and over the ends of lines, too, where they mean nothing. */
    void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean joined = (c == '`' || c == '\\') && at + 1 < text.length() && isBreak(text.charAt(at + 1));
            boolean comment = lines && (text.startsWith("//", at) || (c == '#' && !text.startsWith("#{", at)));
            if (comment) {
                at = lineEnd();
            } else if (joined) {
                at += text.startsWith("\r\n", at + 1) ? 3 : 2;
            } else if (c == ' ' || c == '\t' || (lines && isBreak(c))) {
                at++;
            } else {
                return;
            }
        }
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private JsonNode term() {
        skip(true);
        if (at >= text.length() || ++depth > DEEPEST) {
            return NullNode.instance;
        }
        int start = at;
        JsonNode term = begun(text.charAt(at));
        depth--;
        if (names.isSpentBy(at - start)) {
            at = text.length();
        }
        return term;
    }

    private JsonNode begun(char c) {
        int quote = quote();
        if (quote >= 0) {
            QuotedText quoted = new QuotedText(text, at, quote, names);
            String value = quoted.read();
            at = quoted.at();
            return new TextNode(value);
        }
        if (c == '{' || text.startsWith("@{", at)) {
            at += c == '{' ? 1 : 2;
            return object();
        }
        if (c == '[' && !text.startsWith("::", text.indexOf(']', at) + 1)) {
            at++;
            return list(']');
        }
        if (c == '(' || text.startsWith("@(", at)) {
            at += c == '(' ? 1 : 2;
            JsonNode list = list(')');
            return c == '(' && list.size() == 1 ? list.get(0) : list;
        }
        return word();
    }

    /** Where the quote of a text begins, behind the letters that Python writes in front, or -1. */
    private int quote() {
        int quote = at;
        while (quote < text.length() && quote < at + 2 && "fFrRbBuU".indexOf(text.charAt(quote)) >= 0) {
            quote++;
        }
        boolean here = text.startsWith("@\"", at) || text.startsWith("@'", at);
        quote = here ? at + 1 : quote;
        return quote < text.length() && "'\"`".indexOf(text.charAt(quote)) >= 0 ? quote : -1;
    }

    private JsonNode object() {
        ObjectNode object = NODES.objectNode();
        for (separator(); at < text.length() && text.charAt(at) != '}'; separator()) {
            int start = at;
            if (text.startsWith("...", at) || text.startsWith("**", at)) {
                at += text.charAt(at) == '.' ? 3 : 2;
                JsonNode spread = term();
                if (spread.isObject()) {
                    spread.properties().forEach(field -> object.set(field.getKey(), field.getValue()));
                } else {
                    names.hole();
                }
                continue;
            }
            String key = quote() >= 0 ? term().asText() : name();
            skip(true);
            if (at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '=')) {
                at++;
                object.set(key, value());
            } else {
                object.set(key, names.value(key));
            }
            at = Math.max(at, start + 1);
        }
        at++;
        return object;
    }

    private JsonNode list(char end) {
        ArrayNode list = NODES.arrayNode();
        for (separator(); at < text.length() && text.charAt(at) != end; separator()) {
            int start = at;
            if (text.charAt(at) == '|') {
                converted(list);
                continue;
            }
            list.add(value());
            at = Math.max(at, start + 1);
        }
        at++;
        return list;
    }

    private void separator() {
        skip(true);
        while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ';')) {
            at++;
            skip(true);
        }
    }

    /** {@code | ConvertTo-Json -Depth 5}: what stands before becomes a text. */
    private void converted(ArrayNode list) {
        int end = at + 1;
        while (end < text.length() && ")\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (text.substring(at, end).toLowerCase(Locale.ROOT).contains("convertto-json") && !list.isEmpty()) {
            list.set(list.size() - 1, new TextNode(JsonWriter.compactText(list.get(list.size() - 1))));
        }
        at = end;
    }

    private String name() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-$".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    /** A number, a constant, the name of a variable, or the call of a function. */
    private JsonNode word() {
        int start = at;
        while (at < text.length() && " \t\r\n,;)}]+|(".indexOf(text.charAt(at)) < 0) {
            boolean index = text.charAt(at) == '[';
            int close = index ? text.indexOf(']', at) : -1;
            at = close > 0 ? close + 1 : at + 1;
        }
        String word = text.substring(start, at);
        String plain = word.toLowerCase(Locale.ROOT);
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            JsonNode arguments = list(')');
            return call(word, plain, arguments);
        }
        return switch (plain) {
            case "true", "$true" -> BooleanNode.TRUE;
            case "false", "$false" -> BooleanNode.FALSE;
            case "null", "none", "$null", "undefined", "" -> NullNode.instance;
            case "await", "new" -> term();
            default -> constant(word);
        };
    }

    private JsonNode constant(String word) {
        boolean number = !word.isEmpty() && word.length() < 16 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number) {
            return NODES.numberNode(Long.parseLong(word));
        }
        boolean bare = !word.startsWith("$") && (word.contains("://") || word.startsWith("/") || word.startsWith("-"));
        return bare ? new TextNode(word) : names.value(word);
    }

    private JsonNode call(String function, String plain, JsonNode arguments) {
        JsonNode first = arguments.path(0);
        if (plain.endsWith("stringify") || plain.endsWith("dumps")) {
            return new TextNode(JsonWriter.compactText(first));
        }
        boolean same = plain.endsWith("url")
                || plain.endsWith("str")
                || plain.endsWith("string")
                || plain.endsWith("headers")
                || plain.endsWith("encodeuricomponent")
                || plain.endsWith("quote");
        return same && arguments.size() > 0 ? first : names.value(function);
    }
}
