package io.scimdoctor.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Told;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value by the names of its fields and reads it back: a record, or a class that can be made without arguments.
 * Durations are whole milliseconds under a name that ends in {@code Ms}; constants are in lower case with hyphens,
 * and exit codes numbers.
 * Of a text for two readers the one that is handed on is written.
 */
public final class Fields {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Map<Class<?>, Function<JsonNode, Object>> SCALARS = Map.ofEntries(
            Map.entry(String.class, JsonNode::asText),
            Map.entry(Told.class, json -> Told.own(json.asText())),
            Map.entry(Instant.class, json -> Instant.parse(json.asText())),
            Map.entry(Duration.class, json -> Duration.ofMillis(json.longValue())),
            Map.entry(Boolean.class, JsonNode::booleanValue),
            Map.entry(boolean.class, JsonNode::booleanValue),
            Map.entry(Integer.class, JsonNode::intValue),
            Map.entry(int.class, JsonNode::intValue),
            Map.entry(Long.class, JsonNode::longValue),
            Map.entry(long.class, JsonNode::longValue),
            Map.entry(ExitCode.class, json -> ExitCode.of(json.intValue())),
            Map.entry(Headers.class, Fields::headers),
            Map.entry(
                    long[].class,
                    json -> StreamSupport.stream(json.spliterator(), false)
                            .mapToLong(JsonNode::longValue)
                            .toArray()));

    /** In the order in which they are declared; what is transient is neither written nor read. */
    private static final ClassValue<List<Field>> OF_CLASS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
            return fields;
        }
    };

    private Fields() {}

    /** The value as a tree; texts and times become texts. */
    public static JsonNode tree(@Nullable Object value) {
        if (value == null || value instanceof JsonNode) {
            return value == null ? NODES.nullNode() : (JsonNode) value;
        }
        if (value instanceof Number number) {
            return value instanceof Double || value instanceof BigDecimal
                    ? NODES.numberNode(new BigDecimal(value.toString()))
                    : NODES.numberNode(number.longValue());
        }
        if (value instanceof ExitCode code) {
            return NODES.numberNode(code.number());
        }
        if (value instanceof Told told) {
            return NODES.textNode(told.handedOn());
        }
        if (value instanceof Headers headers) {
            return tree(headers.fields());
        }
        if (value instanceof long[] numbers) {
            return tree(Arrays.stream(numbers).boxed().toList());
        }
        if (value instanceof Boolean bool) {
            return NODES.booleanNode(bool);
        }
        if (value instanceof Duration duration) {
            return NODES.numberNode(duration.toMillis());
        }
        if (value instanceof Collection<?> elements) {
            return NODES.arrayNode().addAll(elements.stream().map(Fields::tree).toList());
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, element) -> object.set(tree(key).asText(), tree(element)));
            return object;
        }
        return value instanceof Enum<?> || SCALARS.containsKey(value.getClass())
                ? NODES.textNode(value instanceof Enum<?> constant ? slug(constant) : value.toString())
                : object(value);
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonNode object(Object value) {
        ObjectNode object = NODES.objectNode();
        try {
            for (Field field : fields(value.getClass())) {
                object.set(name(field), tree(field.get(value)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the fields were made accessible", e);
        }
        return object;
    }

    /** @throws IllegalArgumentException when it is not what was written */
    public static <T> T read(JsonNode json, Class<T> type) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("no object with the fields of " + type.getSimpleName());
        }
        try {
            List<Field> fields = fields(type);
            Class<?>[] types = fields.stream().map(Field::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(type.isRecord() ? types : new Class<?>[0]);
            constructor.setAccessible(true);
            List<@Nullable Object> values = new ArrayList<>();
            for (Field field : fields) {
                values.add(value(json.path(name(field)), field.getGenericType()));
            }
            T made = constructor.newInstance(type.isRecord() ? values.toArray() : new Object[0]);
            for (int i = 0; i < fields.size() && !type.isRecord(); i++) {
                fields.get(i).set(made, values.get(i));
            }
            return made;
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " refuses a value", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " has no such constructor", e);
        }
    }

    private static Headers headers(JsonNode json) {
        List<Headers.Field> fields = new ArrayList<>();
        json.forEach(field -> fields.add(read(field, Headers.Field.class)));
        return new Headers(fields);
    }

    private static @Nullable Object value(JsonNode json, Type type) {
        List<Type> parts =
                type instanceof ParameterizedType generic ? Arrays.asList(generic.getActualTypeArguments()) : List.of();
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        Function<JsonNode, Object> scalar = SCALARS.get(raw);
        if (json.isMissingNode() || (json.isNull() && raw.isPrimitive())) {
            throw new IllegalArgumentException("a value is missing");
        }
        if (json.isNull()) {
            return null;
        }
        if (scalar != null) {
            return scalar.apply(json);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            Collection<@Nullable Object> elements = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
            json.forEach(element -> elements.add(value(element, parts.get(0))));
            return elements;
        }
        if (raw == Map.class) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            json.properties()
                    .forEach(entry -> map.put(
                            value(NODES.textNode(entry.getKey()), parts.get(0)),
                            value(entry.getValue(), parts.get(1))));
            return map;
        }
        return raw.isEnum() ? constant(raw, json) : read(json, raw);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // The type of "some enum" cannot be written.
    private static Object constant(Class<?> type, JsonNode slug) {
        return Json.constant((Class<? extends Enum>) type, slug);
    }

    private static String name(Field field) {
        return field.getType() == Duration.class ? field.getName() + "Ms" : field.getName();
    }

    private static List<Field> fields(Class<?> type) {
        return OF_CLASS.get(type);
    }
}
