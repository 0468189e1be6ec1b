package io.scimdoctor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in one of two layouts: two-space for documents, compact for one value a line.
 */
public final class JsonWriter implements Closeable {
    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Two spaces a level, LF at line ends, one space after a colon. */
    public static JsonWriter pretty(Writer target) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        JsonWriter writer = compact(target);
        writer.generator.setPrettyPrinter(printer);
        return writer;
    }

    /** Without any white space. */
    public static JsonWriter compact(Writer target) throws IOException {
        JsonGenerator generator = Json.factory().createGenerator(target);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        return new JsonWriter(generator);
    }

    /** A tree as one line of text. */
    public static String compactText(JsonNode value) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = compact(text)) {
            writer.value(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    /** Writes a whole value. */
    @FunctionalInterface
    public interface Body {
        void write(JsonWriter json) throws IOException;
    }

    /** What is written, as a text: laid out like a document, or in one line. */
    public static String text(boolean laidOut, Body body) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = laidOut ? pretty(text) : compact(text)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    /** Opens an object as the document, or as the next element of an array. */
    public JsonWriter object() throws IOException {
        generator.writeStartObject();
        return this;
    }

    /** Opens an object under a key. */
    public JsonWriter object(String name) throws IOException {
        generator.writeObjectFieldStart(name);
        return this;
    }

    public JsonWriter endObject() throws IOException {
        generator.writeEndObject();
        return this;
    }

    /** Opens an array under a key. */
    public JsonWriter array(String name) throws IOException {
        generator.writeArrayFieldStart(name);
        return this;
    }

    public JsonWriter endArray() throws IOException {
        generator.writeEndArray();
        return this;
    }

    /** A string, or null. */
    public JsonWriter field(String name, @Nullable String value) throws IOException {
        generator.writeStringField(name, value);
        return this;
    }

    public JsonWriter field(String name, long value) throws IOException {
        generator.writeNumberField(name, value);
        return this;
    }

    /** A whole number, or null. */
    public JsonWriter field(String name, @Nullable Number value) throws IOException {
        return value == null ? field(name, (String) null) : field(name, value.longValue());
    }

    public JsonWriter field(String name, boolean value) throws IOException {
        generator.writeBooleanField(name, value);
        return this;
    }

    /** A time (RFC 3339, in UTC), or null. */
    public JsonWriter field(String name, @Nullable Instant value) throws IOException {
        return field(name, value == null ? null : value.toString());
    }

    /** A duration in whole milliseconds, or null. */
    public JsonWriter field(String name, @Nullable Duration value) throws IOException {
        return field(name, value == null ? null : Long.valueOf(value.toMillis()));
    }

    /** An amount of money or a rate, with a fixed number of decimals. */
    public JsonWriter decimal(String name, BigDecimal value) throws IOException {
        generator.writeNumberField(name, value);
        return this;
    }

    /** A whole tree under a key, or null. */
    public JsonWriter field(String name, @Nullable JsonNode value) throws IOException {
        if (value == null) {
            return field(name, (String) null);
        }
        generator.writeFieldName(name);
        return value(value);
    }

    /** Any value under a key, an object by the names of its fields. */
    public JsonWriter put(String name, @Nullable Object value) throws IOException {
        return field(name, Fields.tree(value));
    }

    /** The fields of an object, by their names, into the open object. */
    public JsonWriter putAll(Object value) throws IOException {
        for (Map.Entry<String, JsonNode> field : Fields.tree(value).properties()) {
            field(field.getKey(), field.getValue());
        }
        return this;
    }

    /** Writes the keys of one object. */
    @FunctionalInterface
    public interface Content<T> {
        void write(JsonWriter json, T item) throws IOException;
    }

    /** A list of objects under a key. */
    public <T> JsonWriter list(String name, Iterable<T> items, Content<T> content) throws IOException {
        array(name);
        for (T item : items) {
            object();
            content.write(this, item);
            endObject();
        }
        return endArray();
    }

    /** One object under a key, or null. */
    public <T> JsonWriter field(String name, @Nullable T item, Content<T> content) throws IOException {
        if (item == null) {
            return field(name, (String) null);
        }
        object(name);
        content.write(this, item);
        return endObject();
    }

    /** A list of whole numbers under a key. */
    public JsonWriter numbers(String name, LongStream numbers) throws IOException {
        long[] all = numbers.toArray();
        generator.writeFieldName(name);
        generator.writeArray(all, 0, all.length);
        return this;
    }

    /** A list of strings under a key. */
    public JsonWriter strings(String name, Collection<String> values) throws IOException {
        generator.writeFieldName(name);
        generator.writeArray(values.toArray(new String[0]), 0, values.size());
        return this;
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }

    /** A whole tree as the document, or as the next element of an array; what is missing inside is null, too. */
    public JsonWriter value(JsonNode value) throws IOException {
        if (value.isObject()) {
            generator.writeStartObject();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                generator.writeFieldName(field.getKey());
                value(field.getValue());
            }
            generator.writeEndObject();
        } else if (value.isArray()) {
            generator.writeStartArray();
            for (JsonNode element : value) {
                value(element);
            }
            generator.writeEndArray();
        } else {
            try (JsonParser scalar = (value.isMissingNode() ? NullNode.instance : value).traverse()) {
                scalar.nextToken();
                generator.copyCurrentEvent(scalar);
            }
        }
        return this;
    }
}
