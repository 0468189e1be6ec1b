package io.scimdoctor.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scimdoctor.finding.Basis;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The data files that stand beside the classes. The image holds them as plain files too: opening one takes a tenth of a
 * millisecond, and the first look into a jar seven.
 */
public final class Resource {
    /** The folder of the plain files; empty when the program runs from its classes alone. */
    private static final String FOLDER = System.getProperty("scimdoctor.data", "");

    private Resource() {}

    /**
     * The text of a file, which is UTF-8.
     *
     * @param owner a class of the package that the file belongs to
     */
    public static String text(Class<?> owner, String name) {
        return new String(bytes(owner, name), StandardCharsets.UTF_8);
    }

    /** The text of a large file in ISO 8859-1: to look for other characters takes a cold start a millisecond for 50 KB. */
    public static String latin(Class<?> owner, String name) {
        return new String(bytes(owner, name), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Class<?> owner, String name) {
        try (InputStream input = open(owner, name)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a file; the image has it packed. */
    public static JsonNode json(Class<?> owner, String name) {
        try {
            String text = text(owner, name);
            return text.startsWith("d") || text.startsWith("l") ? Bencode.read(text) : Json.read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the data file " + name + " is broken", e);
        }
    }

    /** Of a list of objects those that name a condition, in their order; the image has the list of each packed by itself. */
    public static JsonNode rowsFor(String condition, Class<?> owner, String name) {
        String text = latin(owner, name);
        if (text.startsWith("d")) {
            return Bencode.read(Bencode.under(text, condition));
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : json(owner, name)) {
            if (Json.strings(row.path("conditions")).contains(condition)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows of a file: a key, and after a blank what holds for it. A line that begins with {@code #} is a comment. */
    public static Map<String, String> rows(Class<?> owner, String name) {
        Map<String, String> rows = new HashMap<>();
        for (String line : text(owner, name).split("\n")) {
            int blank = line.indexOf(' ');
            rows.put(blank < 0 ? line : line.substring(0, blank), blank < 0 ? "" : line.substring(blank + 1));
        }
        rows.remove("#");
        return rows;
    }

    /** A pattern of which each line is an alternative; a line that begins with {@code #} and a blank is a comment. */
    public static String anyOf(Class<?> owner, String name) {
        StringBuilder pattern = new StringBuilder();
        for (String line : text(owner, name).split("\n")) {
            boolean remark = line.startsWith("# ") || line.isEmpty();
            pattern.append(remark || pattern.isEmpty() ? "" : "|").append(remark ? "" : line);
        }
        return pattern.toString();
    }

    /** The {@link Patterns} of a file by their names; the image has them packed. */
    public static Patterns patterns(Class<?> owner, String name) {
        String text = text(owner, name);
        return new Patterns(text.startsWith("d") ? Bencode.read(text) : Patterns.read(text));
    }

    /** Where a row of such a file has its statement from. */
    public static Basis basis(JsonNode basis) {
        return new Basis(
                Json.constant(Basis.Kind.class, basis.path("kind")),
                basis.path("source").asText(),
                basis.path("date").asText());
    }

    private static InputStream open(Class<?> owner, String name) throws IOException {
        if (!FOLDER.isEmpty()) {
            File file = new File(FOLDER, owner.getPackageName().replace('.', '/') + "/" + name);
            if (file.isFile()) {
                return new FileInputStream(file);
            }
        }
        InputStream stream = owner.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the data file " + name + " is missing");
        }
        return stream;
    }
}
