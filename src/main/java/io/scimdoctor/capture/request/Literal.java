package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Reads the values of a script in JavaScript, Python or PowerShell: texts with variables in them, lists, objects, and what
 * is put together of these. What only a run would know becomes a blank such as {@code {name}}.
 */
final class Literal {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 30;
    private static final LatePattern BLANKS = LatePattern.of("[ \\t]++|[`\\\\]\r?[\r\n]");
    private static final LatePattern BETWEEN = LatePattern.of("[ \\t\r\n]++|[`\\\\]\r?[\r\n]|(?://|#(?!\\{))[^\n]*+");
    private static final LatePattern SEPARATORS = LatePattern.of("[,;]++");
    /** The quote of a text, behind the letters that Python writes in front or PowerShell's sign. */
    private static final LatePattern QUOTE = LatePattern.of("@['\"]|[fFrRbBuU]{0,2}+['\"`]");

    private static final LatePattern NAME = LatePattern.of("[\\p{L}\\d_$-]*+");
    private static final LatePattern WORD =
            LatePattern.of("(?:[^ \\t\\r\\n,;)}\\]+|(\\[]++|\\[(?:[^\\]]{0,200}+\\])?+){0,500}+");
    /** {@code | ConvertTo-Json -Depth 5}: what stands before becomes a text. */
    private static final LatePattern CONVERTED = LatePattern.of("\\|([^)\n]*+)");

    private final String text;
    private Names names;
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
            value = new TextNode(value.asText() + term().asText());
        }
        return value;
    }

    /** Reads the arguments of a call to its end, and hands over those that bear a name; a sign that begins none is skipped. */
    List<JsonNode> arguments(Sent sent) {
        List<JsonNode> unnamed = new ArrayList<>();
        for (separator(); !isEnd(')'); separator()) {
            int start = at;
            String name = take(NAME);
            skip(true);
            boolean named = !name.isEmpty() && isAt("=") && !isAt("==");
            at = named ? at + 1 : start;
            int holes = names.holes();
            JsonNode value = value();
            if (named) {
                sent.take(name, value, names.holes() > holes);
            } else {
                unnamed.add(value);
            }
            at = Math.max(at, start + 1);
        }
        leave();
        return unnamed;
    }

    /** Skips blanks and comments, and the ends of lines, too, where they mean nothing. */
    void skip(boolean lines) {
        while (!take(lines ? BETWEEN : BLANKS).isEmpty()) {
            // There may be more of another kind.
        }
    }

    /** Skips a value whose variables do not matter. */
    void passOver() {
        Names used = names;
        names = new Names(true);
        value();
        names = used;
    }

    /** Takes what stands next, as far as it fits; nothing when it does not. */
    String take(LatePattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        at = matcher.lookingAt() ? matcher.end() : at;
        return text.substring(matcher.regionStart(), at);
    }

    boolean isAt(LatePattern pattern) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private boolean isAt(String start) {
        return text.startsWith(start, at);
    }

    private void leave() {
        at = Math.min(text.length(), at + 1);
    }

    private boolean isEnd(char end) {
        return at >= text.length() || text.charAt(at) == end;
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
        if (isAt(QUOTE)) {
            int start = at;
            QuotedText quoted = new QuotedText(text, start, start + take(QUOTE).length() - 1, names);
            String value = quoted.read();
            at = quoted.at();
            return new TextNode(value);
        }
        if (c == '{' || isAt("@{")) {
            at += c == '{' ? 1 : 2;
            return object();
        }
        if (c == '[' && !text.startsWith("::", text.indexOf(']', at) + 1)) {
            at++;
            return list(']');
        }
        if (c == '(' || isAt("@(")) {
            at += c == '(' ? 1 : 2;
            JsonNode list = list(')');
            return c == '(' && list.size() == 1 ? list.get(0) : list;
        }
        return word();
    }

    private JsonNode object() {
        ObjectNode object = NODES.objectNode();
        for (separator(); !isEnd('}'); separator()) {
            int start = at;
            if (isAt("...") || isAt("**")) {
                at += isAt("...") ? 3 : 2;
                JsonNode spread = term();
                spread.properties().forEach(field -> object.set(field.getKey(), field.getValue()));
                names.hole(!spread.isObject());
                continue;
            }
            String key = isAt(QUOTE) ? term().asText() : take(NAME);
            skip(true);
            if (isAt(":") || isAt("=")) {
                at++;
                object.set(key, value());
            } else {
                object.set(key, names.value(key));
            }
            at = Math.max(at, start + 1);
        }
        leave();
        return object;
    }

    private JsonNode list(char end) {
        ArrayNode list = NODES.arrayNode();
        for (separator(); !isEnd(end); separator()) {
            int start = at;
            String conversion = take(CONVERTED);
            if (conversion.isEmpty()) {
                list.add(value());
            } else if (Texts.containsIgnoringCase(conversion, "convertto-json") && !list.isEmpty()) {
                JsonNode last = list.get(list.size() - 1);
                list.set(list.size() - 1, new TextNode(JsonWriter.compactText(last)));
            }
            at = Math.max(at, start + 1);
        }
        leave();
        return list;
    }

    private void separator() {
        do {
            skip(true);
        } while (!take(SEPARATORS).isEmpty());
    }

    /** A number, a constant, the name of a variable, or the call of a function. */
    private JsonNode word() {
        String word = take(WORD);
        String plain = Texts.lower(word);
        if (isAt("(")) {
            at++;
            return call(word, plain, list(')'));
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
        if (word.matches("\\d{1,15}")) {
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
        boolean same = Stream.of("url", "str", "string", "headers", "encodeuricomponent", "quote")
                .anyMatch(plain::endsWith);
        return same && arguments.size() > 0 ? first : names.value(function);
    }
}
