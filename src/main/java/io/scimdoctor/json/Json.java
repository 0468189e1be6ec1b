package io.scimdoctor.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads JSON into trees, without an ObjectMapper: building one costs 50 ms at each start. */
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 200;

    /**
     * What could be read.
     *
     * @param node the tree, or a missing node when there was nothing
     * @param complete whether the text was one whole JSON value
     */
    public record Partial(JsonNode node, boolean complete) {}

    private Json() {}

    /** The factory for streaming readers and writers. Depth and string length are bounded: captures are not trusted. */
    static JsonFactory factory() {
        return Factory.INSTANCE;
    }

    /** A streaming reader over bytes in UTF-8, -16 or -32. */
    public static JsonParser parser(InputStream input) throws IOException {
        return factory().createParser(input);
    }

    /** A streaming reader over bytes in UTF-8; its places count in bytes. */
    public static JsonParser parser(byte[] bytes) throws IOException {
        return factory().createParser(bytes);
    }

    /** A streaming reader over characters; its places count in characters. */
    public static JsonParser parser(Reader input) throws IOException {
        return factory().createParser(input);
    }

    /**
     * Reads one whole JSON value and nothing after it.
     *
     * @throws JsonProcessingException with line and column, when the text is anything else
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        try (JsonParser parser = factory().createParser(text)) {
            if (parser.nextToken() == null) {
                return MissingNode.getInstance();
            }
            JsonNode node = read(parser);
            if (parser.nextToken() != null) {
                throw new com.fasterxml.jackson.core.JsonParseException(parser, "something follows the JSON value");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an object has a member of one of these names; a start asks so without a stream. */
    public static boolean hasAny(JsonNode object, String... names) {
        for (String name : names) {
            if (object.has(name)) {
                return true;
            }
        }
        return false;
    }

    /** Reads as much of a JSON value as there is; a cut-off text yields what stood before the cut. */
    public static Partial readLeniently(String text) {
        JsonNode root = MissingNode.getInstance();
        try (JsonParser parser = factory().createParser(text)) {
            if (parser.nextToken() == null) {
                return new Partial(root, false);
            }
            root = begun(parser);
            fill(root, parser);
            return new Partial(root, parser.nextToken() == null);
        } catch (IOException e) {
            return new Partial(root, false);
        }
    }

    /** The position behind the object or array that starts at a position, or -1 when it does not end. */
    public static int end(String text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    /** Reads the value that the reader stands on, and leaves the reader on its last token. */
    public static JsonNode read(JsonParser parser) throws IOException {
        JsonNode value = begun(parser);
        fill(value, parser);
        return value;
    }

    /** A scalar, or a container that has to be filled. */
    private static JsonNode begun(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> NODES.objectNode();
            case START_ARRAY -> NODES.arrayNode();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? NODES.numberNode(parser.getBigIntegerValue())
                        : NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_STRING -> NODES.textNode(parser.getText());
            default -> throw new IOException("no JSON value here");
        };
    }

    private static void fill(JsonNode value, JsonParser parser) throws IOException {
        if (value instanceof ObjectNode object) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                JsonNode field = begun(parser);
                // The container is linked before it is filled: what follows may be cut off.
                object.set(name, field);
                fill(field, parser);
            }
        } else if (value instanceof ArrayNode array) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new IOException("the JSON ends inside an array");
                }
                array.add(read(parser));
            }
        }
    }

    /** The field of an object by its name in any case, or a missing node. */
    public static JsonNode field(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** The texts of an array; none when there is no array. */
    public static List<String> strings(JsonNode array) {
        if (array.isEmpty()) {
            return List.of();
        }
        List<String> strings = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            strings.add(element.asText());
        }
        return strings;
    }

    /** Whether one of the texts of a list ends like this. */
    public static boolean endsOne(JsonNode array, String end) {
        for (JsonNode element : array) {
            if (element.asText().endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The constant that a text names in lower case and with hyphens, such as {@code token-missing}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static <E extends Enum<E>> E constant(Class<E> type, JsonNode slug) {
        return Enum.valueOf(type, slug.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Loaded on first use, so that commands without JSON do not pay for it. */
    private static final class Factory {
        static final JsonFactory INSTANCE = create();

        private static JsonFactory create() {
            JsonFactory factory = new JsonFactory();
            factory.setStreamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(64 * 1024 * 1024)
                    .maxNumberLength(400)
                    .build());
            return factory;
        }
    }
}
