package io.scimdoctor.exchange;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header fields of one message, in order; names are compared without regard to case (RFC 9110, section 5.1). */
public record Headers(List<Field> fields) {
    public static final Headers NONE = new Headers(List.of());

    /** One header field. */
    public record Field(String name, String value) {}

    /** Takes names and values in turn. */
    public static Headers of(String... namesAndValues) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    /** The first field of that name. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** The fields of that name as the one list that they are (RFC 9110, section 5.3). */
    public String all(String name) {
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                values.add(field.value());
            }
        }
        return String.join(", ", values);
    }

    /** The HTTP date (RFC 9110, section 5.6.7) in the first field of that name, or null. */
    public @Nullable Instant date(String name) {
        String text = first(name).orElse("").strip();
        try {
            if (text.isEmpty() || text.endsWith(" GMT")) {
                return Times.parse(text);
            }
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether a field of that name is there, whatever its value. */
    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** Each field as a line of its own, such as {@code Accept: application/json}. */
    public List<String> lines() {
        return fields.stream().map(field -> field.name() + ": " + field.value()).toList();
    }

    /** Whether nothing was recorded, which does not say that nothing was sent. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** A copy with one more field at the end. */
    public Headers plus(String name, String value) {
        List<Field> copy = new ArrayList<>(fields);
        copy.add(new Field(name, value));
        return new Headers(copy);
    }

    /** A copy without the fields of that name. */
    public Headers without(String name) {
        List<Field> copy = new ArrayList<>(fields);
        copy.removeIf(field -> field.name().equalsIgnoreCase(name));
        return new Headers(copy);
    }
}
