package io.scimdoctor.lint.body;

import io.scimdoctor.exchange.First;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands. Long arrays, objects and texts are kept in part.
 *
 * @param text the content of a string, or a scalar as written; empty for containers
 * @param members an object's first members, in order and with repetitions
 * @param elements an array's first elements
 */
record JsonValue(Kind kind, Place place, String text, List<Member> members, List<JsonValue> elements) {
    /** What a value is. */
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** One member of an object. */
    record Member(String name, Place place, JsonValue value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }

        /** The name as a value, where it stands for a path. */
        JsonValue nameValue() {
            return new JsonValue(Kind.STRING, place, name, List.of(), List.of());
        }
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** The member of that name, without regard to case, or null. */
    @Nullable
    JsonValue get(String name) {
        Member named = First.of(members, member -> member.is(name));
        return named == null ? null : named.value();
    }

    /** The text of a string member, or an empty one. */
    String text(String name) {
        JsonValue value = get(name);
        return value != null && value.is(Kind.STRING) ? value.text() : "";
    }

    /** Whether an array holds that text, without regard to case. */
    boolean holds(String element) {
        return elements.stream().anyMatch(known -> known.text.equalsIgnoreCase(element));
    }

    /** Says which names stand twice: the service takes one of the two, and nobody knows which. */
    void repetitions(Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.name().toLowerCase(Locale.ROOT))) {
                findings.about("json-duplicate-key", member.place(), member.name());
            }
            member.value().repetitions(findings);
        }
    }

    /** Whether there is nothing in it: null, an empty text or an empty array. */
    boolean isEmpty() {
        return is(Kind.NULL) || (is(Kind.STRING) && text.isEmpty()) || (is(Kind.ARRAY) && elements.isEmpty());
    }

    /** The elements of an array, or the value alone where there is none. */
    List<JsonValue> entries() {
        return is(Kind.ARRAY) ? elements : List.of(this);
    }

    /** Where some characters of a string stand; the whole string when it holds escapes. */
    Place within(int start, int end) {
        boolean plain = place.end() - place.start() == text.length() + 2;
        int from = place.start() + 1 + start;
        return plain
                ? new Place(place.part(), from, place.start() + 1 + end, place.line(), place.column() + 1 + start)
                : place;
    }

    /** The first character, where something is said of the whole. */
    Place opening() {
        return new Place(place.part(), place.start(), place.start() + 1, place.line(), place.column());
    }
}
